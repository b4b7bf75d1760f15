import type { de } from './de';

export const en: typeof de = {
  heading: 'Accessibility statement',
  back: 'To the consultation hour',
  intro: (town: string, hesse: boolean) =>
    `${town} strives to make the digital consultation hour accessible. ${hesse ? 'The legal basis is section 14 of the Hessian Disability Equality Act (HessBGG) and the Hessian ordinance on accessible information technology (HVBIT).' : 'The legal basis is the law by which the state follows Directive (EU) 2016/2102.'} This statement is about the page on which enquiries are read and answered, and, where there is one, about the public page that tells whether everything is deleted.`,
  sections: [
    {
      heading: 'How far the requirements are met',
      words: [
        'The page meets the requirements (EN 301 549, WCAG 2.2 AA) in part. What is still missing stands in the next section.',
      ],
      list: [],
    },
    {
      heading: 'Content that is not accessible',
      words: ['This content is not, or not wholly, accessible:'],
      list: [
        'Photos, films, voice messages and documents that citizens send have neither descriptions nor captions nor transcripts. They come from third parties and are shown unchanged.',
        'The text of PDF documents is read page by page, but without headings, tables and form fields.',
        'Names and texts in other languages are not marked with their language.',
      ],
    },
    {
      heading: 'How this statement was made',
      words: [
        'This statement was made on 29 November 2026. It rests on a self-assessment: on automatic checks of the views of both pages (axe) and on checks of the order of the focus, of announcements and of reflow when magnified. A check by third parties and by people who work with assistive technology is still to come.',
      ],
      list: [],
    },
  ],
  feedbackHeading: 'Report a barrier',
  feedback:
    'Have you found a fault, or do you need information about content that is not accessible? Let us know:',
  feedbackLink: 'Report a barrier',
  feedbackNone: 'Please turn to the town; how, stands in its imprint.',
  enforcementHeading: 'Enforcement',
  enforcement: (hesse: boolean): string =>
    hesse
      ? "If your message has not been answered satisfactorily within six weeks, you can turn to the state's enforcement body. The procedure is free of charge."
      : 'If your message has not been answered satisfactorily, you can turn to the body that the state has named for this.',
};

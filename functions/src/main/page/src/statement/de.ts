/** After the model of the Federal State of Hesse; the town checks it before it goes live. */
export const de = {
  heading: 'Erklärung zur Barrierefreiheit',
  back: 'Zur Sprechstunde',
  intro: (town: string) =>
    `${town} ist bemüht, die Digitale Sprechstunde barrierefrei zugänglich zu machen. Rechtsgrundlagen sind § 14 des Hessischen Behinderten-Gleichstellungsgesetzes (HessBGG) und die Verordnung über barrierefreie Informationstechnik (BITV HE 2019). Diese Erklärung gilt für die Seite, auf der die Anliegen gelesen und beantwortet werden.`,
  sections: [
    {
      heading: 'Stand der Vereinbarkeit mit den Anforderungen',
      words: [
        'Die Seite ist mit den Anforderungen (EN 301 549, WCAG 2.2 AA) teilweise vereinbar. Was noch fehlt, steht im nächsten Abschnitt.',
      ],
      list: [],
    },
    {
      heading: 'Nicht barrierefreie Inhalte',
      words: ['Diese Inhalte sind nicht oder nicht ganz barrierefrei:'],
      list: [
        'Fotos, Filme, Sprachnachrichten und Dokumente, die Bürgerinnen und Bürger senden, haben weder Bildbeschreibung noch Untertitel oder Abschrift. Sie kommen von Dritten und werden unverändert gezeigt.',
        'Aus PDF-Dokumenten wird der Text seitenweise vorgelesen, aber ohne Überschriften, Tabellen und Formularfelder.',
        'Namen und Texte in anderen Sprachen sind nicht mit ihrer Sprache ausgezeichnet.',
      ],
    },
    {
      heading: 'Erstellung dieser Erklärung',
      words: [
        'Diese Erklärung wurde am 29. November 2026 erstellt. Sie beruht auf einer Selbstbewertung: auf automatischen Prüfungen jeder Ansicht (axe) und auf Prüfungen der Reihenfolge des Fokus, der Ansagen und des Umbruchs bei Vergrößerung. Eine Prüfung durch Dritte und durch Menschen, die mit Hilfsmitteln arbeiten, steht noch aus.',
      ],
      list: [],
    },
  ],
  feedbackHeading: 'Barriere melden',
  feedback:
    'Fallen Ihnen Mängel auf, oder brauchen Sie Auskunft über Inhalte, die nicht barrierefrei sind? Melden Sie sich bei uns:',
  feedbackLink: 'Barriere melden',
  feedbackNone: 'Bitte wenden Sie sich an die Stadt; wie, steht im Impressum.',
  enforcementHeading: 'Durchsetzungsverfahren',
  enforcement:
    'Erhalten Sie auf Ihre Mitteilung innerhalb von sechs Wochen keine zufriedenstellende Antwort, können Sie sich an die Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik des Landes Hessen beim Regierungspräsidium Gießen wenden. Das Verfahren ist kostenfrei.',
  enforcementLink: 'Durchsetzungsstelle des Landes Hessen (lbit.hessen.de)',
};

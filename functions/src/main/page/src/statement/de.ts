/** After the model of the Federal State of Hesse; what holds there alone is said there alone. The town checks it. */
export const de = {
  heading: 'Erklärung zur Barrierefreiheit',
  back: 'Zur Sprechstunde',
  intro: (town: string, hesse: boolean) =>
    `${town} ist bemüht, die Digitale Sprechstunde barrierefrei zugänglich zu machen. ${hesse ? 'Rechtsgrundlagen sind § 14 des Hessischen Behinderten-Gleichstellungsgesetzes (HessBGG) und die Hessische Verordnung über barrierefreie Informationstechnik (HVBIT).' : 'Rechtsgrundlage ist das Recht des Landes, mit dem es die Richtlinie (EU) 2016/2102 umsetzt.'} Diese Erklärung gilt für die Seite, auf der die Anliegen gelesen und beantwortet werden, und, wo es sie gibt, für die öffentliche, auf der man fragen kann, ob alles gelöscht ist.`,
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
        'Diese Erklärung wurde am 29. November 2026 erstellt. Sie beruht auf einer Selbstbewertung: auf automatischen Prüfungen der Ansichten beider Seiten (axe) und auf Prüfungen der Reihenfolge des Fokus, der Ansagen und des Umbruchs bei Vergrößerung. Eine Prüfung durch Dritte und durch Menschen, die mit Hilfsmitteln arbeiten, steht noch aus.',
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
  enforcement: (hesse: boolean): string =>
    hesse
      ? 'Erhalten Sie auf Ihre Mitteilung innerhalb von sechs Wochen keine zufriedenstellende Antwort, können Sie sich an die Durchsetzungsstelle des Landes wenden. Das Verfahren ist kostenfrei.'
      : 'Erhalten Sie auf Ihre Mitteilung keine zufriedenstellende Antwort, können Sie sich an die Stelle wenden, die das Land dafür bestimmt hat.',
};

import type { Configuration } from '../generated/api';

type State = NonNullable<Configuration['state']>;

/** Whom to turn to in each state that is known to have told whom; the same as in infra/handbook/laender, says a test. */
export const enforcement: Partial<Record<State, { body: string; address: string }>> = {
  BB: {
    body: 'Landesamt für Soziales und Versorgung, Überwachungsstelle Barrierefreies Internet',
    address: 'https://lasv.brandenburg.de/',
  },
  BE: {
    body: 'Landesbeauftragte für digitale Barrierefreiheit',
    address: 'https://berlin.de/moderne-verwaltung/barrierefreie-it',
  },
  BW: {
    body: 'Überwachungsstelle für mediale Barrierefreiheit des Landes Baden-Württemberg',
    address: 'https://bw-medial-barrierefrei.de/',
  },
  BY: {
    body: 'Landesamt für Digitalisierung, Breitband und Vermessung, Durchsetzungs- und Überwachungsstelle für barrierefreie Informationstechnik',
    address: 'https://ldbv.bayern.de/digitalisierung/bitv.html',
  },
  HB: {
    body: 'Zentralstelle für barrierefreie Informationstechnik',
    address: 'https://behindertenbeauftragter.bremen.de/',
  },
  HE: {
    body: 'Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik beim Regierungspräsidium Gießen',
    address: 'https://lbit.hessen.de/',
  },
  HH: {
    body: 'Überwachungsstelle für Barrierefreiheit von Informationstechnik der Freien und Hansestadt Hamburg',
    address: 'https://hamburg.de/ueberwachungsstelle-barrierefreiheit',
  },
  MV: { body: 'Überwachungsstelle Mecklenburg-Vorpommern', address: 'https://regierung-mv.de/' },
  NI: {
    body: 'Barrierefreie IT in Niedersachsen, Schlichtungsstelle',
    address: 'https://ms.niedersachsen.de/',
  },
  NW: {
    body: 'Überwachungsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen',
    address: 'https://mags.nrw/ueberwachungsstelle-barrierefreie-informationstechnik',
  },
  RP: {
    body: 'Überwachungsstelle für barrierefreie Informationstechnik',
    address: 'https://lfst-rlp.de/',
  },
  SH: {
    body: 'Beschwerdestelle für barrierefreie Informationstechnik',
    address: 'https://landtag.ltsh.de/beauftragte/beschwerdestelle-fuer-barrieren',
  },
  SN: { body: 'Überwachungsstelle in Sachsen', address: 'https://dzblesen.de/' },
  TH: {
    body: 'Zentrale Überwachungsstelle digitale Barrierefreiheit',
    address: 'https://finanzen.thueringen.de/',
  },
};

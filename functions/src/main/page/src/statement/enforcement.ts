import type { Configuration } from '../generated/api';

type State = NonNullable<Configuration['state']>;

/** Whom to turn to in each state where a source says who enforces; the same as in infra/handbook/laender, says a test. */
export const enforcement: Partial<Record<State, { body: string; address: string }>> = {
  BE: {
    body: 'Landesbeauftragte für digitale Barrierefreiheit',
    address:
      'https://berlin.de/lb/digitale-barrierefreiheit/aufgaben/durchsetzungsverfahren/durchsetzungsverfahren-1305830.php',
  },
  BY: {
    body: 'Landesamt für Digitalisierung, Breitband und Vermessung, Durchsetzungs- und Überwachungsstelle für barrierefreie Informationstechnik',
    address: 'https://ldbv.bayern.de/digitalisierung/bitv.html',
  },
  HB: {
    body: 'Zentralstelle für barrierefreie Informationstechnik',
    address: 'https://behindertenbeauftragter.bremen.de/detail.php?gsid=bremen55.c.28011.de',
  },
  HE: {
    body: 'Durchsetzungs- und Überwachungsstelle Barrierefreie Informationstechnik beim Regierungspräsidium Gießen',
    address: 'https://lbit.hessen.de/',
  },
  NI: {
    body: 'Schlichtungsstelle nach dem Niedersächsischen Behindertengleichstellungsgesetz (NBGG)',
    address:
      'https://behindertenbeauftragter-niedersachsen.de/DE/Schlichtungsstelle/Schlichtungsverfahren/Ablauf/Ablauf',
  },
  SH: {
    body: 'Beschwerdestelle für barrierefreie Informationstechnik',
    address: 'https://landtag.ltsh.de/beauftragte/beschwerdestelle-fuer-barrieren',
  },
};

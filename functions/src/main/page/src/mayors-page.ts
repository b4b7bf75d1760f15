import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Api, loadConfiguration } from './api';
import {
  expectFarewell,
  Login,
  PasswordNotAsked,
  takeArrival,
  type Arrival,
  type Return,
  type Stray,
} from './login';
import { handOver, WindowBlocked } from './login-window';
import type { Configuration } from './generated/api';
import { legalLinks, STATEMENT } from './legal-links';
import type { NumbersSheet } from './numbers/numbers-sheet';
import { Listening } from './listening';
import { loader } from './parts';
import { draftVault, forgetSealed, isSealed, sealDrafts, unsealDrafts } from './reply/draft-vault';
import { Session } from './session';
import type { LockWarning } from './settings/lock-warning';
import type { SettingsSheet } from './settings/settings-sheet';
import { choose, language, texts, type Language } from './texts';
import { View } from './view';
import { welcome, type Reason } from './welcome';

/** The whole page: nobody is logged in, or the mayor sits at the desk. */
@customElement('mayors-page')
export class MayorsPage extends View {
  @state() private configuration: Configuration | undefined;
  @state() private api: Api | undefined;
  @state() private reason: Reason = 'starting';
  /** Whether the accessibility statement is read, which nobody has to log in for. */
  @state() private stated = false;
  private login: Login | undefined;
  private session: Session | undefined;

  constructor() {
    super();
    new Listening(this, draftVault, () => this.requestUpdate());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.look);
    this.look();
    void this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.look);
  }

  private readonly look = () => (this.stated = location.hash === STATEMENT && !this.api);

  /** Drops the tokens; with the desk everything it showed and every file it opened goes too. */
  close(reason: Reason): void {
    if (!this.api) return;
    const person = this.session?.person;
    // Whoever was only away comes back to what was begun.
    if (person && (reason === 'locked' || reason === 'expired')) sealDrafts(person);
    else forgetSealed();
    this.session?.forget();
    this.api = undefined;
    this.reason = reason;
  }

  /** Says that the page will be locked in `left` milliseconds. */
  warn(left: number): void {
    this.querySelector<LockWarning>('lock-warning')?.show(left);
  }

  calm(): void {
    this.querySelector<LockWarning>('lock-warning')?.hide();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    // The desk itself knows where a reader goes on.
    if (changed.has('api') && this.hasUpdated && !this.api) this.focusMain();
  }

  protected override render(): TemplateResult {
    return html`<a class="skip" href="#main" @click=${this.skip}>${texts().skip}</a> ${this.head()}
      ${this.stated ? this.statement() : this.api ? this.desk(this.api) : this.door()}
      <footer class="foot ${this.api ? 'foot--desk' : ''}">
        ${legalLinks(this.configuration, this.api !== undefined)}
      </footer>`;
  }

  private head(): TemplateResult {
    return html`<header class="head">
      <div class="head__name">
        <p class="head__town">${this.configuration?.town ?? ''}</p>
        <h1 class="head__title">${texts().title}</h1>
      </div>
      <button type="button" class="kern-btn kern-btn--tertiary" @click=${this.switchLanguage}>
        <span class="kern-label" lang=${this.other}>${texts().otherLanguage}</span>
      </button>
      ${this.api ? [this.settingsButton(), this.logOutButton()] : nothing}
    </header>`;
  }

  private settingsButton(): TemplateResult {
    return html`<button
      type="button"
      class="kern-btn kern-btn--tertiary"
      data-testid="settings"
      title=${texts().settings.heading}
      @click=${this.openSettings}
    >
      <span class="kern-icon kern-icon--help" aria-hidden="true"></span>
      <span class="kern-sr-only">${texts().settings.heading}</span>
    </button>`;
  }

  private readonly openSettings = () => this.querySelector<SettingsSheet>('settings-sheet')?.show();

  private readonly openNumbers = () => this.querySelector<NumbersSheet>('numbers-sheet')?.show();

  private logOutButton(): TemplateResult {
    return html`<button type="button" class="kern-btn kern-btn--tertiary" @click=${this.logOut}>
      <span class="kern-icon kern-icon--logout" aria-hidden="true"></span>
      <span class="kern-label kern-sr-only-mobile">${texts().logOut}</span>
    </button>`;
  }

  private desk(api: Api): TemplateResult {
    return html`<mayors-desk
        .api=${api}
        .town=${this.configuration!}
        @help=${this.openSettings}
        @leave=${this.logOut}
      ></mayors-desk>
      <settings-sheet .town=${this.configuration!} @numbers=${this.openNumbers}></settings-sheet>
      <numbers-sheet .api=${api} .town=${this.configuration!.town}></numbers-sheet
      ><lock-warning></lock-warning>`;
  }

  private statement(): TemplateResult {
    void import('./statement/accessibility-statement');
    return html`<accessibility-statement .town=${this.configuration}></accessibility-statement>`;
  }

  private door(): TemplateResult {
    if (this.reason === 'starting') return html`<main id="main" tabindex="-1">${loader()}</main>`;
    return welcome(this.reason, {
      enter: () => this.enter(),
      kept: isSealed(),
      drop: () => this.drop(),
    });
  }

  private get other(): 'de' | 'en' {
    return language() === 'de' ? 'en' : 'de';
  }

  private switchLanguage(): void {
    this.speak(this.other);
  }

  private speak(wanted: Language): void {
    choose(wanted);
    document.title = texts().title;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.focusMain();
  }

  private focusMain(): void {
    this.querySelector<HTMLElement>('#main')?.focus();
  }

  private async start(): Promise<void> {
    const arrival = takeArrival();
    if (isStray(arrival)) {
      await this.bringBack(arrival);
      return;
    }
    if (isAnswer(arrival)) {
      this.speak(arrival.language);
      // Wanted as soon as the login server has answered, and on its way meanwhile.
      void fetchDesk();
    }
    try {
      if (isAnswer(arrival)) {
        this.configuration = arrival.configuration;
        this.login = Login.from(arrival);
        await this.admit(arrival);
        return;
      }
      this.configuration ??= await loadConfiguration();
      this.reason = arrival ?? 'welcome';
    } catch (error) {
      this.reason = isAnswer(arrival) ? failure(error) : 'unavailable';
    }
  }

  /** This window has only been opened to log in: the one that waits goes on. */
  private async bringBack({ url }: Stray): Promise<void> {
    this.reason = (await handOver(url)) ? 'done' : 'welcome';
    if (this.reason === 'done') window.close();
  }

  private async admit(arrival: Arrival): Promise<void> {
    const login = await this.loginServer();
    const session = new Session(login);
    const [admission] = await Promise.all([login.redeem(arrival), import('./desk')]);
    session.begin(admission);
    await unsealDrafts(admission.person);
    session.addEventListener('expired', () => this.close('expired'));
    session.addEventListener('refused', () => this.close('notAdmitted'));
    this.session = session;
    this.api = new Api(session);
  }

  private async enter(): Promise<void> {
    if (isSealed()) return this.enterBeside();
    this.reason = 'leaving';
    try {
      this.configuration ??= await loadConfiguration();
      // Whoever comes back finds here what is behind the door.
      const [login] = await Promise.all([this.loginServer(), fetchDesk()]);
      await login.leave();
    } catch {
      this.reason = 'unavailable';
    }
  }

  /** To leave this page would be to forget what it holds sealed. */
  private async enterBeside(): Promise<void> {
    this.reason = 'beside';
    try {
      await this.admit(await (await this.loginServer()).beside());
    } catch (error) {
      this.reason = error instanceof WindowBlocked ? 'blocked' : failure(error);
    }
  }

  private drop(): void {
    forgetSealed();
    void this.enter();
  }

  private async logOut(): Promise<void> {
    this.close('loggedOut');
    const farewell = this.login?.farewell();
    if (!farewell) return;
    expectFarewell();
    location.assign(farewell);
  }

  private async loginServer(): Promise<Login> {
    this.login ??= await Login.at(this.configuration!);
    return this.login;
  }
}

/** If it cannot be had now, that is said when it is needed. */
async function fetchDesk(): Promise<void> {
  await import('./desk').catch(() => undefined);
}

function isAnswer(arrival: Return | Stray | 'loggedOut' | undefined): arrival is Return {
  return typeof arrival === 'object' && 'verifier' in arrival;
}

function isStray(arrival: Return | Stray | 'loggedOut' | undefined): arrival is Stray {
  return typeof arrival === 'object' && !isAnswer(arrival);
}

function failure(error: unknown): Reason {
  return error instanceof PasswordNotAsked ? 'notAsked' : 'failed';
}

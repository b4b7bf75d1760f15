import * as oauth from 'oauth4webapi';
import type { Configuration } from './generated/api';
import { answerTo } from './login-window';
import { Problem } from './problem';
import { language, type Language } from './texts';

const PENDING = 'login';
const GOODBYE = 'goodbye';

/** Seconds between password and token. Whoever was locked out longer ago than this has to type it again. */
const FRESH = 120;

export interface Tokens {
  access: string;
  refresh?: string;
  /** As the server calls its owner. */
  name?: string;
}

/** Somebody who has logged in. */
export interface Admission {
  tokens: Tokens;
  /** Who it is, by the login server's own name for them. */
  person: string;
}

/** Authorization code with PKCE at the town's OIDC server; knows how to get tokens, keeps none. */
export class Login {
  private readonly client: oauth.Client;
  private readonly options: { [oauth.allowInsecureRequests]?: boolean };

  private constructor(
    private readonly configuration: Configuration,
    private readonly server: oauth.AuthorizationServer,
  ) {
    this.client = { client_id: configuration.client_id };
    this.options = insecurely(configuration);
  }

  static async at(configuration: Configuration): Promise<Login> {
    const issuer = new URL(configuration.issuer);
    const options = insecurely(configuration);
    const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...options });
    return new Login(configuration, await oauth.processDiscoveryResponse(issuer, response));
  }

  /** The one that was left for; nobody has to wait for it to say again what it is. */
  static from({ configuration, server }: Return): Login {
    return new Login(configuration, server);
  }

  /** Leaves for the login server. What is needed afterwards waits in sessionStorage for this one round trip. */
  async leave(): Promise<void> {
    const { configuration, server } = this;
    const question = newQuestion();
    sessionStorage.setItem(PENDING, JSON.stringify({ ...question, configuration, server }));
    location.assign(await this.door(question));
  }

  /** The same in a window of its own: this page stays as it is, and nothing is written down. */
  async beside(): Promise<Arrival> {
    const question = newQuestion();
    return answerTo(question, await this.door(question));
  }

  private get scope(): string {
    // For the name before colleagues; where the server does not know it, it is asked for on the page.
    const profile = this.server.scopes_supported?.includes('profile') ? ' profile' : '';
    return `openid${profile} ${this.configuration.scope}`;
  }

  private async door({ verifier, state }: Question): Promise<URL> {
    const url = new URL(required(this.server.authorization_endpoint));
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: this.client.client_id,
      redirect_uri: home(),
      scope: this.scope,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      // Or one click would open what was locked, while the login server still remembers.
      prompt: 'login',
      max_age: `${FRESH}`,
      // By OpenID Connect's name and by Cognito's, whose own pages are English otherwise.
      ui_locales: language(),
      lang: language(),
    }).toString();
    return url;
  }

  async redeem(arrival: Arrival): Promise<Admission> {
    const { server, client, options } = this;
    const parameters = oauth.validateAuthResponse(server, client, arrival.url, arrival.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      home(),
      arrival.verifier,
      options,
    );
    const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
      requireIdToken: true,
    });
    const claims = oauth.getValidatedIdTokenClaims(answer);
    if (!isFresh(claims)) throw new PasswordNotAsked();
    const name = claims?.['name'];
    return {
      tokens: { ...tokens(answer), ...(typeof name === 'string' && { name }) },
      person: `${claims.iss} ${claims.sub}`,
    };
  }

  /** Ends with the problem `offline` where the server does not answer: only what it refuses is over. */
  async renew(refresh: string): Promise<Tokens> {
    const { server, client, options } = this;
    const response = await oauth
      .refreshTokenGrantRequest(server, client, oauth.None(), refresh, options)
      .catch(() => undefined);
    const answers = response && response.status !== 429 && response.status < 500;
    if (!answers) throw new Problem('offline');
    return {
      refresh,
      ...tokens(await oauth.processRefreshTokenResponse(server, client, response)),
    };
  }

  /** Where to end the server's own session. Cognito names the way back `logout_uri`. */
  farewell(): URL | undefined {
    if (!this.server.end_session_endpoint) return undefined;
    const url = new URL(this.server.end_session_endpoint);
    url.searchParams.set('client_id', this.client.client_id);
    url.searchParams.set('post_logout_redirect_uri', home());
    url.searchParams.set('logout_uri', home());
    return url;
  }
}

/** The login server has let somebody in whom it only remembered. */
export class PasswordNotAsked extends Error {}

/** Both times are the server's, so that no clock of a device matters. */
function isFresh(claims: oauth.IDToken | undefined): claims is oauth.IDToken {
  return claims?.auth_time !== undefined && claims.iat - claims.auth_time <= FRESH;
}

/** What the login server is asked, and what only this page knows of it. */
interface Question {
  verifier: string;
  state: string;
  /** In which the page was left. */
  language: Language;
}

/** The login server's answer. */
export interface Arrival extends Question {
  url: URL;
}

/** The same in the page that was left for it, with what that page knew. */
export interface Return extends Arrival {
  configuration: Configuration;
  server: oauth.AuthorizationServer;
}

/** An answer to what another window has asked. */
export interface Stray {
  url: URL;
}

function newQuestion(): Question {
  return {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    language: language(),
  };
}

/** Whoever comes back from the login server's own logout shall read that it is done. */
export function expectFarewell(): void {
  sessionStorage.setItem(PENDING, GOODBYE);
}

/** Takes what a return from the login server left behind, and leaves no trace of it. */
export function takeArrival(): Return | Stray | 'loggedOut' | undefined {
  const url = new URL(location.href);
  const pending = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (url.search) history.replaceState(null, '', '/');
  if (pending === GOODBYE) return 'loggedOut';
  const answered = url.searchParams.has('code') || url.searchParams.has('error');
  return answered ? { url, ...(pending && JSON.parse(pending)) } : undefined;
}

function tokens(response: oauth.TokenEndpointResponse): Tokens {
  const { access_token: access, refresh_token: refresh } = response;
  return refresh ? { access, refresh } : { access };
}

function home(): string {
  return `${location.origin}/`;
}

function insecurely({ issuer }: Configuration): { [oauth.allowInsecureRequests]?: boolean } {
  return onThisComputer(new URL(issuer)) ? { [oauth.allowInsecureRequests]: true } : {};
}

function onThisComputer(url: URL): boolean {
  return ['127.0.0.1', 'localhost'].includes(url.hostname);
}

function required(endpoint: string | undefined): string {
  if (!endpoint) throw new Error('The login server names no authorization endpoint.');
  return endpoint;
}

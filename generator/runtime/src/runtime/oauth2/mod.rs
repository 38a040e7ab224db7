//! OAuth 2.0: logging in, and tokens that are renewed in time (feature `oauth2`).
//!
//! An application ([`OAuth2`]) sends its user to the service to log in, with PKCE; what comes back
//! is a [`Grant`]. A [`Session`] turns the grant into tokens when the first call needs one, renews
//! them before they expire and when the service refuses one, and does so once, however many calls
//! wait for it.
//!
//! ```no_run
//! # #[cfg(feature = "reqwest")]
//! # async fn run() -> Result<(), client_runtime::Error> {
//! use client_runtime::{Client, oauth2::OAuth2};
//!
//! let app = OAuth2::new("client id", "https://login.example.com/oauth/token")
//!     .client_secret("client secret")
//!     .authorize_url("https://login.example.com/oauth/authorize")
//!     .redirect_uri("https://app.example.com/callback");
//!
//! let login = app.login()?;
//! println!("Please open {}", login.url());
//! # fn wait_for_the_callback() -> String { String::new() }
//! let callback = wait_for_the_callback();
//!
//! let session = app.session(login.redirected(&callback)?).on_new_tokens(|tokens| {
//!     // Keep `tokens` for the next run: `Grant::tokens` goes on from there.
//! });
//! let client = Client::builder().oauth2(session).build()?;
//! # Ok(())
//! # }
//! ```
//!
//! # Keeping tokens
//!
//! A session tells whenever it has new tokens. A program that keeps them signs in once:
//!
//! ```no_run
//! # #[cfg(feature = "blocking")] {
//! use client_runtime::{Secret, blocking::Client, oauth2::{Grant, OAuth2, Tokens}};
//! use std::{error::Error, fs, io::Write as _, path::Path};
//!
//! fn save(tokens: &Tokens, path: &Path) -> std::io::Result<()> {
//!     let mut options = fs::OpenOptions::new();
//!     options.write(true).create(true).truncate(true);
//!     // For the owner alone; elsewhere than on Unix, the folder has to see to it.
//!     #[cfg(unix)]
//!     std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
//!     // Beside the old ones first, so that there are tokens at any time.
//!     let new = path.with_extension("new");
//!     options.open(&new)?.write_all(tokens.to_json().expose().as_bytes())?;
//!     fs::rename(new, path)
//! }
//!
//! fn load(path: &Path) -> Result<Tokens, Box<dyn Error>> {
//!     let json = Secret::from(fs::read_to_string(path)?);
//!     Ok(Tokens::from_json(json.expose())?)
//! }
//!
//! fn client(app: OAuth2, path: &'static Path) -> Result<Client, Box<dyn Error>> {
//!     let grant = match load(path) {
//!         Ok(tokens) => Grant::tokens(tokens),
//!         Err(_) => {
//!             let login = app.login()?;
//!             println!("Please open {}", login.url());
//!             # fn wait_for_the_callback() -> String { String::new() }
//!             login.redirected(&wait_for_the_callback())?
//!         }
//!     };
//!     let session = app.session(grant).on_new_tokens(|tokens| {
//!         if let Err(error) = save(tokens, path) {
//!             eprintln!("the next run has to sign in again: {error}");
//!         }
//!     });
//!     let client = Client::builder().oauth2(session.clone()).build()?;
//!     // Redeems the code now rather than with the first call; with the async client it is awaited.
//!     client.ensure_token()?;
//!     println!("signed in until {:?}", session.tokens().and_then(|tokens| tokens.expires_at()));
//!     Ok(client)
//! }
//! # }
//! ```
//!
//! Kept are the access token, its end, and the refresh token; where a renewal brings no new refresh
//! token, the old one stays. `on_new_tokens` is called again after every renewal, since many
//! services give a new refresh token each time and take the old one no more.
//!
//! # When it fails
//!
//! A call that got no token fails with an error of its own kind ([`Error::is_auth`]). What to do
//! about it:
//!
//! | when | then |
//! |---|---|
//! | [`Error::is_login_required`] | sign in again: the code or the refresh token is not, or no longer, good |
//! | [`Error::is_retryable`] | try later: the token endpoint was not reached, was too slow, or answered 429 or 5xx |
//! | neither | see [`Error::oauth_error`], [`Error::status`] and [`Error::body`]: client id, secret or scopes are wrong, or the endpoint is not one |
//!
//! [`Error::status`], [`Error::headers`] and [`Error::body`] are then those of the token endpoint's
//! reply, and [`source`](std::error::Error::source) is the error of the request for tokens. What was
//! sent to the endpoint is taken out of them, and a success that cannot be read is not shown at all.
//!
//! Requests for tokens follow the client's retry policy as idempotent ones do. How one ended serves
//! all calls that waited for it and those that come within a second, also when it failed.
//!
//! A token that the service refuses is renewed once. If the service refuses the new one too, the call
//! ends with that answer: [`Error::is_unauthorized`], or [`Error::is_forbidden`] where the service
//! says it so.

#[cfg(feature = "reqwest")]
mod async_source;
#[cfg(feature = "blocking")]
mod blocking_source;
mod grant;
mod login;
mod request;
mod session;

#[cfg(feature = "reqwest")]
pub(super) use async_source::AsyncSource;
#[cfg(feature = "blocking")]
pub(super) use blocking_source::BlockingSource;
pub use grant::{Grant, Tokens};
pub use login::Login;
pub use session::Session;

use super::{Error, Secret, auth::Credentials};

/// An application as it is registered with a service.
#[derive(Clone, Debug)]
#[must_use]
pub struct OAuth2 {
    client_id: String,
    client_secret: Option<Secret>,
    token_url: String,
    authorize_url: Option<String>,
    redirect_uri: Option<String>,
    scopes: Vec<String>,
}

impl OAuth2 {
    /// The application with that id, at a service that gives tokens at that URL.
    pub fn new(client_id: impl Into<String>, token_url: impl Into<String>) -> Self {
        Self {
            client_id: client_id.into(),
            client_secret: None,
            token_url: token_url.into(),
            authorize_url: None,
            redirect_uri: None,
            scopes: Vec::new(),
        }
    }

    /// The secret of an application that can keep one.
    pub fn client_secret(mut self, secret: impl Into<Secret>) -> Self {
        self.client_secret = Some(secret.into());
        self
    }

    /// Where users log in.
    pub fn authorize_url(mut self, url: impl Into<String>) -> Self {
        self.authorize_url = Some(url.into());
        self
    }

    /// Where the service sends users back to.
    pub fn redirect_uri(mut self, uri: impl Into<String>) -> Self {
        self.redirect_uri = Some(uri.into());
        self
    }

    /// One more thing that the application wants to be allowed.
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scopes.push(scope.into());
        self
    }

    /// Begins a login.
    ///
    /// # Errors
    ///
    /// When there is no authorize URL, or the system has no random numbers.
    pub fn login(&self) -> Result<Login, Error> {
        Login::begin(self)
    }

    pub(super) fn token_url(&self) -> &str {
        &self.token_url
    }

    /// How the application shows who it is when it asks for tokens.
    pub(super) fn credentials(&self) -> Result<Credentials, Error> {
        let mut credentials = Credentials::default();
        if let Some(secret) = &self.client_secret {
            credentials.add_basic(&self.client_id, secret)?;
        }
        Ok(credentials)
    }

    /// A session that begins with that grant.
    #[must_use]
    pub fn session(self, grant: Grant) -> Session {
        Session::new(self, grant)
    }
}

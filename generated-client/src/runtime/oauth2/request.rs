//! Asking for tokens: an operation like any other.

use super::{
    OAuth2, Tokens,
    grant::{Grant, Kind},
};
use crate::runtime::{
    About, Body, Error, Method, Operation, Reply, RequestWriter, Secret, base_url::BaseUrl, call,
    encode, object, options::Options, written::Written,
};
use bytes::Bytes;
use serde_json::Value;
use std::{collections::BTreeMap, time::Duration};
use zeroize::Zeroizing;

/// A request for tokens.
pub(in crate::runtime) struct TokenRequest {
    form: Body,
    /// What is in the form and must not be seen in an answer.
    secrets: Vec<Secret>,
}

impl TokenRequest {
    /// Asks with the refresh token, or else with the grant.
    pub(super) fn new(
        app: &OAuth2,
        refresh: Option<&Secret>,
        grant: Option<&Grant>,
    ) -> Result<Self, Error> {
        let mut form = Form::new();
        let mut secrets = Vec::new();
        match (refresh, grant.map(|grant| &grant.0)) {
            (Some(refresh), _) => {
                form.push("grant_type", "refresh_token");
                form.push("refresh_token", refresh.expose());
                secrets.push(refresh.clone());
            }
            (None, Some(Kind::Code { code, verifier })) => {
                form.push("grant_type", "authorization_code");
                form.push("code", code.expose());
                form.push("code_verifier", verifier.expose());
                secrets.extend([code.clone(), verifier.clone()]);
                form.push_some("redirect_uri", app.redirect_uri.as_deref());
            }
            (None, Some(Kind::Password { user, password })) => {
                form.push("grant_type", "password");
                form.push("username", user);
                form.push("password", password.expose());
                secrets.push(password.clone());
                form.push_scopes(app);
            }
            (None, Some(Kind::ClientCredentials)) => {
                form.push("grant_type", "client_credentials");
                form.push_scopes(app);
            }
            _ => {
                return Err(Error::login_required(
                    "there is nothing to renew the token with",
                ));
            }
        }
        // Where there is a secret, both are in the `Authorization` header.
        form.push_some(
            "client_id",
            app.client_secret.is_none().then_some(&app.client_id),
        );
        Ok(Self {
            form: form.into_body(),
            secrets,
        })
    }

    /// What a lost reply held is lost whether the request is sent again or not, so it may be.
    pub(super) fn written(&self, token_url: &BaseUrl) -> Result<Box<Written>, Error> {
        let options = Options {
            idempotent: Some(true),
            ..Options::default()
        };
        call::write(self, Some(Box::new(options)), token_url)
    }

    pub(super) fn read_reply(&self, mut reply: Reply) -> Result<Given, Error> {
        if reply.status().is_success() {
            return call::read::<Self>(reply);
        }
        reply.redact(self.secrets.iter());
        let refusal = reply.body().json::<Refusal>().ok();
        let error = Error::status_of(reply).in_operation(Self::ABOUT.name);
        Err(match refusal.and_then(|refusal| refusal.error) {
            Some(code) => error.with_oauth_error(&code),
            None => error,
        })
    }
}

impl Operation for TokenRequest {
    const ABOUT: About = About {
        name: "oauth2.token",
        method: Method::POST,
        path: "",
    };
    type Output = Given;

    fn write(&self, request: &mut RequestWriter) {
        request.body("application/x-www-form-urlencoded", Some(&self.form));
    }

    fn read(reply: Reply) -> Result<Given, Error> {
        // Whatever is wrong with it, nothing of such a reply may be seen.
        let granted = reply.body().json::<Granted>().unwrap_or_default();
        let Some(Value::String(access)) = granted.access_token else {
            return Err(
                Error::auth("the service's reply has no token").with_reply(reply.without_body())
            );
        };
        let mut tokens = Tokens::new(access);
        if let Some(refresh) = granted.refresh_token.filter(|refresh| !refresh.is_empty()) {
            tokens = tokens.with_refresh(refresh);
        }
        Ok(Given {
            tokens,
            lifetime: granted.expires_in.map(Duration::from_secs),
        })
    }
}

/// New tokens, and how long the access token is good.
pub(in crate::runtime) struct Given {
    pub(super) tokens: Tokens,
    pub(super) lifetime: Option<Duration>,
}

/// What is granted (RFC 6749, section 5.1).
#[derive(Default)]
struct Granted {
    access_token: Option<Value>,
    refresh_token: Option<String>,
    expires_in: Option<u64>,
    extra: BTreeMap<String, Value>,
}

object!(Granted: received {
    access_token = "access_token",
    refresh_token = "refresh_token",
    expires_in = "expires_in",
});

/// Why nothing is granted (RFC 6749, section 5.2).
#[derive(Default)]
struct Refusal {
    error: Option<String>,
    extra: BTreeMap<String, Value>,
}

object!(Refusal: received { error = "error" });

/// A form in memory that is overwritten when it is dropped.
struct Form(Zeroizing<String>);

impl Form {
    /// With room for what it will hold, so that no copy of a secret is left behind by growing.
    fn new() -> Self {
        Self(Zeroizing::new(String::with_capacity(8 * 1024)))
    }

    fn push(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(name);
        self.0.push('=');
        encode::data(value, &mut self.0);
    }

    fn push_some(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value {
            self.push(name, value.as_ref());
        }
    }

    fn push_scopes(&mut self, app: &OAuth2) {
        if !app.scopes.is_empty() {
            self.push("scope", &app.scopes.join(" "));
        }
    }

    fn into_body(self) -> Body {
        Body::new("application/x-www-form-urlencoded", Bytes::from_owner(self))
    }
}

impl AsRef<[u8]> for Form {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

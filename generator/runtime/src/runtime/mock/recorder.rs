//! Writing down what a service answers.

use super::Mock;
use crate::runtime::{Attempt, Body, object};
use http::{Request, Response};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// A transport that sends by way of another, and writes down the answers (feature `mock`).
///
/// ```no_run
/// # #[cfg(feature = "reqwest")] {
/// use client_runtime::{Client, mock::Recorder};
///
/// let recorder = Recorder::new(reqwest::Client::new());
/// let client = Client::builder().token("secret").transport(recorder.clone()).build()?;
/// // … calls …
/// let json = serde_json::to_string_pretty(&recorder.recording())?;
/// # let _ = (client, json);
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Recorder<T> {
    transport: Arc<T>,
    recording: Arc<Mutex<Recording>>,
}

/// What a service answered: see [`Recorder`]. A [`Mock`] can be made from it.
///
/// Neither requests nor headers are in it, and so no credentials; what a service writes into its
/// bodies is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recording(Vec<Answered>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Answered {
    operation: Option<String>,
    status: Option<u32>,
    content_type: Option<String>,
    body: Option<String>,
    extra: BTreeMap<String, Value>,
}

object!(Answered: sent, received {
    operation = "operation",
    status = "status",
    content_type = "content_type",
    body = "body",
});

impl Serialize for Recording {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Recording {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let answers = Vec::<Answered>::deserialize(deserializer)?;
        let is_whole = |answered: &Answered| {
            let status = answered
                .status
                .and_then(|status| u16::try_from(status).ok());
            answered.operation.is_some() && answered.body.is_some() && status.is_some()
        };
        match answers.iter().position(|answered| !is_whole(answered)) {
            None => Ok(Self(answers)),
            Some(index) => Err(de::Error::custom(format_args!(
                "answer {index} needs an operation, a status and a body"
            ))),
        }
    }
}

impl<T> Recorder<T> {
    /// Sends by way of `transport`.
    pub fn new(transport: T) -> Self {
        Self {
            transport: Arc::new(transport),
            recording: Arc::default(),
        }
    }

    /// The answers so far. Bodies that are no text lose what is not UTF-8.
    #[must_use]
    pub fn recording(&self) -> Recording {
        self.lock().clone()
    }

    fn write_down(&self, attempt: Attempt, response: &Response<Body>) {
        let content_type = response.headers().get(http::header::CONTENT_TYPE);
        let answered = Answered {
            operation: Some(attempt.operation().to_owned()),
            status: Some(response.status().as_u16().into()),
            content_type: content_type
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned),
            body: Some(response.body().text().into_owned()),
            extra: BTreeMap::new(),
        };
        self.lock().0.push(answered);
    }

    fn lock(&self) -> MutexGuard<'_, Recording> {
        self.recording
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl From<Recording> for Mock {
    fn from(recording: Recording) -> Self {
        let mock = Self::new();
        for answered in recording.0 {
            let operation = answered.operation.unwrap_or_default();
            let status = answered.status.and_then(|status| status.try_into().ok());
            let body = answered.body.unwrap_or_default();
            let body = match answered.content_type {
                Some(content_type) => Body::new(&content_type, body),
                None => body.into(),
            };
            mock.reply_body(&operation, status.unwrap_or_default(), body);
        }
        mock
    }
}

#[cfg(feature = "reqwest")]
impl<T: crate::runtime::Transport> crate::runtime::Transport for Recorder<T> {
    fn send(
        &self,
        request: Request<Body>,
        attempt: Attempt,
    ) -> crate::runtime::TransportFuture<'_> {
        Box::pin(async move {
            let response = self.transport.send(request, attempt).await?;
            self.write_down(attempt, &response);
            Ok(response)
        })
    }
}

#[cfg(feature = "blocking")]
impl<T: crate::runtime::blocking::Transport> crate::runtime::blocking::Transport for Recorder<T> {
    fn send(
        &self,
        request: Request<Body>,
        attempt: Attempt,
    ) -> Result<Response<Body>, crate::runtime::Error> {
        let response = self.transport.send(request, attempt)?;
        self.write_down(attempt, &response);
        Ok(response)
    }
}

impl<T> Clone for Recorder<T> {
    fn clone(&self) -> Self {
        Self {
            transport: self.transport.clone(),
            recording: self.recording.clone(),
        }
    }
}

impl<T> fmt::Debug for Recorder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recorder")
            .field("answers", &self.lock().0.len())
            .finish_non_exhaustive()
    }
}

//! What the API's document says about the service as a whole.

/// The facts about a service that its client starts from.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    /// Where the service lives, when the document tells.
    pub base_url: Option<&'static str>,
    /// How this client introduces itself, unless the builder is told otherwise.
    pub user_agent: &'static str,
    /// What operations take of callers, where the document tells several schemes apart, the most
    /// usual first; `None` where it does not say.
    pub(crate) credentials: &'static [Option<Alternatives>],
}

/// What an operation takes of callers who prove who they are: one of these, each of which is the
/// names of schemes that go together. An empty one is "or nothing".
pub(crate) type Alternatives = &'static [&'static [&'static str]];

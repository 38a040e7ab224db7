//! What the API's document says about the service as a whole.

/// The facts about a service that its client starts from.
#[derive(Clone, Copy, Debug)]
pub struct Api {
    /// Where the service lives, when the document tells.
    pub base_url: Option<&'static str>,
    /// How this client introduces itself, unless the builder is told otherwise.
    pub user_agent: &'static str,
}

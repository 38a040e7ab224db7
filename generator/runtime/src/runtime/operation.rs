//! The trait that every operation of an API implements.

use super::{Error, Reply, RequestWriter};
use http::Method;

/// What is known of an operation before any of its values.
#[derive(Clone, Debug)]
pub struct About {
    /// The name under which errors and traces speak of it, such as `organizers.attendees`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path below the base URL, with its values as `{name}`.
    pub path: &'static str,
}

/// One operation of an API with its values: how its request is written and its reply read.
///
/// The operations of this crate implement it; so can your own type, for an endpoint that the API's
/// document leaves out. A client sends it by `client.call(Books { … })`; here it is written and read
/// without one:
///
/// ```
/// use client_runtime::{
///     Call, Detached, Error, Timestamp,
///     runtime::{About, Method, Operation, Reply, RequestWriter, lenient},
/// };
///
/// /// Lists the books on a shelf.
/// struct Books {
///     shelf: String,
///     limit: Option<u32>,
/// }
///
/// #[derive(serde::Deserialize)]
/// struct Book {
///     title: String,
///     // Missing, empty, or a time in any of the usual forms.
///     #[serde(default, deserialize_with = "lenient::option")]
///     lent: Option<Timestamp>,
/// }
///
/// impl Operation for Books {
///     const ABOUT: About = About {
///         name: "shelves.books",
///         method: Method::GET,
///         path: "/shelves/{shelfId}/books",
///     };
///     type Output = Vec<Book>;
///
///     fn write(&self, request: &mut RequestWriter) {
///         // The name of a path value is the one between braces in `ABOUT.path`.
///         request.path("shelfId", &self.shelf);
///         request.query("limit", self.limit);
///     }
///
///     fn read(reply: Reply) -> Result<Vec<Book>, Error> {
///         reply.json()
///     }
/// }
///
/// let call = Call::new(Books { shelf: "a/b".into(), limit: Some(10) }, Detached);
/// let request = call.http_request("https://api.example.com/v1")?;
/// assert_eq!(request.uri(), "https://api.example.com/v1/shelves/a%2Fb/books?limit=10");
///
/// let books = call.read(http::Response::new(r#"[{"title": "Emma", "lent": ""}]"#))?;
/// assert_eq!(books[0].title, "Emma");
/// assert_eq!(books[0].lent, None);
/// # Ok::<(), Error>(())
/// ```
///
/// How a reply is read depends on what it is read into:
///
/// | into | by |
/// |---|---|
/// | a type of your own that derives `Deserialize` | [`Reply::json`] |
/// | a type of this crate, a list or a map of them | [`Reply::lenient`] |
/// | the same, where the service puts the only one into a list | [`Reply::single`] |
/// | text, bytes, or nothing | [`Reply::text`], [`Reply::into_body`], [`Reply::empty`] |
///
/// With [`Lenient`](super::Lenient) a type of your own is read like one of this crate.
pub trait Operation {
    /// Name, method and path.
    const ABOUT: About;

    /// What a successful reply is read into.
    type Output;

    /// Writes path, query, headers and body.
    ///
    /// The name that [`RequestWriter::path`] takes is that of the `{name}` in the path of
    /// [`ABOUT`](Self::ABOUT); each of them has to be written.
    ///
    /// It cannot fail here: the writer remembers what went wrong, and the call fails before
    /// anything is sent.
    fn write(&self, request: &mut RequestWriter);

    /// Reads a reply whose status is a success.
    ///
    /// # Errors
    ///
    /// When the reply is not what the API promised.
    fn read(reply: Reply) -> Result<Self::Output, Error>;
}

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
/// document leaves out:
///
/// ```
/// use gotomeeting::runtime::{About, Body, Call, Detached, Error, Method, Operation, Reply, RequestWriter};
///
/// struct Ping;
///
/// impl Operation for Ping {
///     const ABOUT: About = About { name: "ping", method: Method::GET, path: "/ping" };
///     type Output = Body;
///     fn write(&self, _: &mut RequestWriter) {}
///     fn read(reply: Reply) -> Result<Body, Error> {
///         Ok(reply.into_body())
///     }
/// }
///
/// let request = Call::new(Ping, Detached).http_request("https://api.example.com/v1")?;
/// assert_eq!(request.uri(), "https://api.example.com/v1/ping");
/// # Ok::<(), Error>(())
/// ```
pub trait Operation {
    /// Name, method and path.
    const ABOUT: About;

    /// What a successful reply is read into.
    type Output;

    /// Writes path, query, headers and body.
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

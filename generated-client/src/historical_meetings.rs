// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! Operations below `/historicalMeetings`.
//!
//! They begin at [`Client::historical_meetings`](crate::Client::historical_meetings), or at
//! [`historical_meetings()`](fn@crate::historical_meetings) without a client.

use crate::types;
use crate::runtime::{About, Call, Error, Method, Operation, Reply, RequestWriter, Timestamp};

/// Operations below `/historicalMeetings`.
///
/// Each method gives a [`Call`], which takes the optional values and is then sent.
#[derive(Clone, Debug)]
pub struct HistoricalMeetings<Via> {
    via: Via,
}

impl<Via: Clone> HistoricalMeetings<Via> {
    pub(crate) fn new(via: Via) -> Self {
        Self { via }
    }

    /// Get historical meetings for the currently authenticated organizer that started within the
    /// specified date/time range. Remark: Meetings which are still ongoing at the time of the
    /// request are NOT contained in the result array.
    ///
    /// `GET /historicalMeetings` ("Historical meetings")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 400: Something in the request is missing or wrong.
    /// - 403: The token is missing, has expired, or does not allow this call. (The service answers 403 where others answer 401.)
    /// - 404: There is no such thing, or the caller may not see it.
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::{Timestamp, historical_meetings};
    ///
    /// let reply = client
    ///     .historical_meetings()
    ///     .list(historical_meetings::ListArgs {
    ///         start_date: Timestamp::now()
    ///             - std::time::Duration::from_secs(7 * 24 * 60 * 60),
    ///         end_date: Timestamp::now(),
    ///     })
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: A bare array without pages; 400 is in the provider's newest document
    /// alone. Confidence: high.
    #[doc(alias = "HistoricalMeetingsGet")]
    pub fn list(&self, args: ListArgs) -> Call<List, Via> {
        Call::new(
            List {
                start_date: args.start_date,
                end_date: args.end_date,
            },
            self.via.clone(),
        )
    }
}

/// What [`HistoricalMeetings::list`] needs.
#[derive(Clone, Debug)]
pub struct ListArgs {
    /// `startDate` in the query.
    pub start_date: Timestamp,
    /// `endDate` in the query.
    pub end_date: Timestamp,
}

/// The request of [`HistoricalMeetings::list`].
#[derive(Clone, Debug)]
pub struct List {
    start_date: Timestamp,
    end_date: Timestamp,
}

impl Operation for List {
    const ABOUT: About = About {
        name: "historical_meetings.list",
        method: Method::GET,
        path: "/historicalMeetings",
    };

    type Output = Vec<types::HistoricalMeeting>;

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.query("startDate", Some(&self.start_date));
        request.query("endDate", Some(&self.end_date));
    }

    #[inline]
    fn read(reply: Reply) -> Result<Vec<types::HistoricalMeeting>, Error> {
        reply.lenient()
    }
}

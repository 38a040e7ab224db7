// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! Operations below `/historicalMeetings`.
//!
//! They begin at [`Client::historical_meetings`](crate::Client::historical_meetings), or at
//! [`historical_meetings()`](fn@crate::historical_meetings) without a client.

use crate::runtime::{About, Body, Call, Error, Method, Operation, Reply, RequestWriter, Timestamp};

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
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::Timestamp;
    ///
    /// let reply = client.historical_meetings().list().start_date(Timestamp::now()).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "HistoricalMeetingsGet")]
    pub fn list(&self) -> Call<List, Via> {
        Call::new(
            List {
                start_date: None,
                end_date: None,
            },
            self.via.clone(),
        )
    }
}

/// The request of [`HistoricalMeetings::list`].
#[derive(Clone, Debug)]
pub struct List {
    start_date: Option<Timestamp>,
    end_date: Option<Timestamp>,
}

impl Operation for List {
    const ABOUT: About = About {
        name: "historical_meetings.list",
        method: Method::GET,
        path: "/historicalMeetings",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.query("startDate", self.start_date.as_ref());
        request.query("endDate", self.end_date.as_ref());
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

impl<Via> Call<List, Via> {
    /// `startDate` in the query.
    pub fn start_date(mut self, start_date: impl Into<Timestamp>) -> Self {
        self.operation_mut().start_date = Some(start_date.into());
        self
    }

    /// `endDate` in the query.
    pub fn end_date(mut self, end_date: impl Into<Timestamp>) -> Self {
        self.operation_mut().end_date = Some(end_date.into());
        self
    }
}

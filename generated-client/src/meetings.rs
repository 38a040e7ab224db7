// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! Operations below `/meetings`.
//!
//! They begin at [`Client::meetings`](crate::Client::meetings), or at
//! [`meetings()`](fn@crate::meetings) without a client.

use crate::types;
use crate::runtime::{About, Body, Call, Error, Method, Operation, Reply, RequestWriter};

/// Operations below `/meetings`.
///
/// Each method gives a [`Call`], which takes the optional values and is then sent.
#[derive(Clone, Debug)]
pub struct Meetings<Via> {
    via: Via,
}

impl<Via: Clone> Meetings<Via> {
    pub(crate) fn new(via: Via) -> Self {
        Self { via }
    }

    /// Create a new meeting based on the parameters specified.
    ///
    /// `POST /meetings` ("Meeting")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::CreateMeetingBody;
    ///
    /// let reply = client
    ///     .meetings()
    ///     .create()
    ///     .body(CreateMeetingBody::new().subject("subject"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "MeetingsPost")]
    pub fn create(&self) -> Call<Create, Via> {
        Call::new(Create { body: None }, self.via.clone())
    }

    /// Returns a host URL that can be used to start a meeting. When this URL is opened in a web
    /// browser, the `GoToMeeting` client will be downloaded and launched and the meeting will
    /// start. The end user is not required to login to a client.
    ///
    /// `GET /meetings/{meetingId}/start` ("Meeting link")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::MeetingId;
    ///
    /// let reply = client.meetings().start(MeetingId::from(1234)).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "MeetingsStartByMeetingIdGet")]
    pub fn start(&self, meeting_id: types::MeetingId) -> Call<Start, Via> {
        Call::new(Start { meeting_id }, self.via.clone())
    }

    /// List all attendees for specified `meetingId` of historical meeting. The historical meetings
    /// can be fetched using 'Get historical meetings', 'Get historical meetings by organizer', and
    /// 'Get historical meetings by group'. For users with the admin role this call returns
    /// attendees for any meeting. For any other user the call will return attendees for meetings on
    /// which the user is a valid organizer.
    ///
    /// `GET /meetings/{meetingInstanceKey}/attendees` ("Attendees by meeting")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::MeetingInstanceKey;
    ///
    /// let reply = client.meetings().attendees(MeetingInstanceKey::from(1234)).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "MeetingsAttendeesByMeetingInstanceKeyGet")]
    pub fn attendees(
        &self,
        meeting_instance_key: types::MeetingInstanceKey,
    ) -> Call<Attendees, Via> {
        Call::new(Attendees { meeting_instance_key }, self.via.clone())
    }
}

/// The request of [`Meetings::create`].
#[derive(Clone, Debug)]
pub struct Create {
    body: Option<types::CreateMeetingBody>,
}

impl Operation for Create {
    const ABOUT: About = About {
        name: "meetings.create",
        method: Method::POST,
        path: "/meetings",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.json(self.body.as_ref());
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

impl<Via> Call<Create, Via> {
    /// The body of the request.
    pub fn body(mut self, body: types::CreateMeetingBody) -> Self {
        self.operation_mut().body = Some(body);
        self
    }
}

/// The request of [`Meetings::start`].
#[derive(Clone, Debug)]
pub struct Start {
    meeting_id: types::MeetingId,
}

impl Operation for Start {
    const ABOUT: About = About {
        name: "meetings.start",
        method: Method::GET,
        path: "/meetings/{meetingId}/start",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.path("meetingId", &self.meeting_id);
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

/// The request of [`Meetings::attendees`].
#[derive(Clone, Debug)]
pub struct Attendees {
    meeting_instance_key: types::MeetingInstanceKey,
}

impl Operation for Attendees {
    const ABOUT: About = About {
        name: "meetings.attendees",
        method: Method::GET,
        path: "/meetings/{meetingInstanceKey}/attendees",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.path("meetingInstanceKey", &self.meeting_instance_key);
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

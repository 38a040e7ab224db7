// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! Operations below `/organizers`.
//!
//! They begin at [`Client::organizers`](crate::Client::organizers), or at
//! [`organizers()`](fn@crate::organizers) without a client.

use crate::types;
use crate::runtime::{About, Body, Call, Error, Method, Operation, Reply, RequestWriter, Timestamp};

/// Operations below `/organizers`.
///
/// Each method gives a [`Call`], which takes the optional values and is then sent.
#[derive(Clone, Debug)]
pub struct Organizers<Via> {
    via: Via,
}

impl<Via: Clone> Organizers<Via> {
    pub(crate) fn new(via: Via) -> Self {
        Self { via }
    }

    /// Gets the individual organizer specified by the organizer's email address. If an email
    /// address is not specified, all organizers are returned. This API call is only available to
    /// users with the admin role.
    ///
    /// `GET /organizers` ("Organizer by email")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// let reply = client.organizers().list().email("ada@example.com").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "OrganizersGet")]
    pub fn list(&self) -> Call<List, Via> {
        Call::new(List { email: None }, self.via.clone())
    }

    /// Creates a new organizer and sends an email to the email address defined in the request. This
    /// API call is only available to users with the admin role. You may also pass 'G2W' or 'G2T' or
    /// 'OPENVOICE' as `productType`, to create organizers for those products. A G2W or G2T
    /// organizer will also have access to G2M.
    ///
    /// `POST /organizers` ("Organizer")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::CreateOrganizerBody;
    ///
    /// let reply = client
    ///     .organizers()
    ///     .create()
    ///     .body(CreateOrganizerBody::new().first_name("First"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "OrganizersPost")]
    pub fn create(&self) -> Call<Create, Via> {
        Call::new(Create { body: None }, self.via.clone())
    }

    /// Deletes the individual organizer specified by the email address. This API call is only
    /// available to users with the admin role.
    ///
    /// `DELETE /organizers` ("Organizer by email")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// let reply = client.organizers().delete_by_email().email("ada@example.com").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "OrganizersDelete")]
    pub fn delete_by_email(&self) -> Call<DeleteByEmail, Via> {
        Call::new(DeleteByEmail { email: None }, self.via.clone())
    }

    /// Gets the individual organizer specified by the organizer's email address. If an email
    /// address is not specified, all organizers are returned. This API call is only available to
    /// users with the admin role.
    ///
    /// `GET /organizers/{organizerKey}` ("Organizer")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::OrganizerKey;
    ///
    /// let reply = client.organizers().get(OrganizerKey::from(1234)).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "OrganizersByOrganizerKeyGet")]
    pub fn get(&self, organizer_key: types::OrganizerKey) -> Call<Get, Via> {
        Call::new(Get { organizer_key }, self.via.clone())
    }

    /// Updates the products of the specified organizer. To add a product (G2M, G2W, G2T, OPENVOICE)
    /// for the organizer, the call must be sent once for each product you want to add. To remove
    /// all products for the organizer, set status to 'suspended'. The call is limited to users with
    /// the admin role.
    ///
    /// `PUT /organizers/{organizerKey}` ("Organizer")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::{OrganizerKey, UpdateOrganizerBody};
    ///
    /// let reply = client
    ///     .organizers()
    ///     .update(OrganizerKey::from(1234))
    ///     .body(UpdateOrganizerBody::new().first_name("First"))
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "OrganizersByOrganizerKeyPut")]
    pub fn update(&self, organizer_key: types::OrganizerKey) -> Call<Update, Via> {
        Call::new(
            Update {
                organizer_key,
                body: None,
            },
            self.via.clone(),
        )
    }

    /// Deletes the individual organizer specified by the organizer key. This API call is only
    /// available to users with the admin role.
    ///
    /// `DELETE /organizers/{organizerKey}` ("Organizer")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::OrganizerKey;
    ///
    /// let reply = client.organizers().delete(OrganizerKey::from(1234)).await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "OrganizersByOrganizerKeyDelete")]
    pub fn delete(&self, organizer_key: types::OrganizerKey) -> Call<Delete, Via> {
        Call::new(Delete { organizer_key }, self.via.clone())
    }

    /// Lists all attendees for all meetings within a specified date range for a specified
    /// organizer. This API call is only available to users with the admin role.
    ///
    /// `GET /organizers/{organizerKey}/attendees` ("Attendees by organizer")
    ///
    /// What comes back is not documented: any success gives its body as it came, possibly empty.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::{Timestamp, types::OrganizerKey};
    ///
    /// let reply = client
    ///     .organizers()
    ///     .attendees(OrganizerKey::from(1234))
    ///     .starttime(Timestamp::now())
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "OrganizersAttendeesByOrganizerKeyGet")]
    pub fn attendees(&self, organizer_key: types::OrganizerKey) -> Call<Attendees, Via> {
        Call::new(
            Attendees {
                organizer_key,
                starttime: None,
                end_date: None,
            },
            self.via.clone(),
        )
    }
}

/// The request of [`Organizers::list`].
#[derive(Clone, Debug)]
pub struct List {
    email: Option<String>,
}

impl Operation for List {
    const ABOUT: About = About {
        name: "organizers.list",
        method: Method::GET,
        path: "/organizers",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.query("email", self.email.as_ref());
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

impl<Via> Call<List, Via> {
    /// `email` in the query.
    ///
    /// Format `email`.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.operation_mut().email = Some(email.into());
        self
    }
}

/// The request of [`Organizers::create`].
#[derive(Clone, Debug)]
pub struct Create {
    body: Option<types::CreateOrganizerBody>,
}

impl Operation for Create {
    const ABOUT: About = About {
        name: "organizers.create",
        method: Method::POST,
        path: "/organizers",
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
    pub fn body(mut self, body: types::CreateOrganizerBody) -> Self {
        self.operation_mut().body = Some(body);
        self
    }
}

/// The request of [`Organizers::delete_by_email`].
#[derive(Clone, Debug)]
pub struct DeleteByEmail {
    email: Option<String>,
}

impl Operation for DeleteByEmail {
    const ABOUT: About = About {
        name: "organizers.delete_by_email",
        method: Method::DELETE,
        path: "/organizers",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.query("email", self.email.as_ref());
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

impl<Via> Call<DeleteByEmail, Via> {
    /// `email` in the query.
    ///
    /// Format `email`.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.operation_mut().email = Some(email.into());
        self
    }
}

/// The request of [`Organizers::get`].
#[derive(Clone, Debug)]
pub struct Get {
    organizer_key: types::OrganizerKey,
}

impl Operation for Get {
    const ABOUT: About = About {
        name: "organizers.get",
        method: Method::GET,
        path: "/organizers/{organizerKey}",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

/// The request of [`Organizers::update`].
#[derive(Clone, Debug)]
pub struct Update {
    organizer_key: types::OrganizerKey,
    body: Option<types::UpdateOrganizerBody>,
}

impl Operation for Update {
    const ABOUT: About = About {
        name: "organizers.update",
        method: Method::PUT,
        path: "/organizers/{organizerKey}",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
        request.json(self.body.as_ref());
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

impl<Via> Call<Update, Via> {
    /// The body of the request.
    pub fn body(mut self, body: types::UpdateOrganizerBody) -> Self {
        self.operation_mut().body = Some(body);
        self
    }
}

/// The request of [`Organizers::delete`].
#[derive(Clone, Debug)]
pub struct Delete {
    organizer_key: types::OrganizerKey,
}

impl Operation for Delete {
    const ABOUT: About = About {
        name: "organizers.delete",
        method: Method::DELETE,
        path: "/organizers/{organizerKey}",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

/// The request of [`Organizers::attendees`].
#[derive(Clone, Debug)]
pub struct Attendees {
    organizer_key: types::OrganizerKey,
    starttime: Option<Timestamp>,
    end_date: Option<Timestamp>,
}

impl Operation for Attendees {
    const ABOUT: About = About {
        name: "organizers.attendees",
        method: Method::GET,
        path: "/organizers/{organizerKey}/attendees",
    };

    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
        request.query("starttime", self.starttime.as_ref());
        request.query("endDate", self.end_date.as_ref());
    }

    fn read(reply: Reply) -> Result<Body, Error> {
        Ok(reply.into_body())
    }
}

impl<Via> Call<Attendees, Via> {
    /// `starttime` in the query.
    pub fn starttime(mut self, starttime: impl Into<Timestamp>) -> Self {
        self.operation_mut().starttime = Some(starttime.into());
        self
    }

    /// `endDate` in the query.
    pub fn end_date(mut self, end_date: impl Into<Timestamp>) -> Self {
        self.operation_mut().end_date = Some(end_date.into());
        self
    }
}

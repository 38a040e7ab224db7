// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! Operations below `/organizers`.
//!
//! They begin at [`Client::organizers`](crate::Client::organizers), or at
//! [`organizers()`](fn@crate::organizers) without a client.

use crate::types;
use crate::runtime::{About, Call, Error, Method, Operation, Reply, RequestWriter, Timestamp};

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
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// Optional: `.email(…)`
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 400: Something in the request is missing or wrong.
    /// - 404: There is no such thing, or the caller may not see it.
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// let reply = client.organizers().list().email("ada@example.com").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: A bare array: of one with an address, of all without, and never paged, by
    /// the provider's documents and published clients. (Before about 2016 a single organizer came
    /// without the brackets; that is read too.) 400 is in the newest document alone. Confidence:
    /// high.
    #[doc(alias = "OrganizersGet")]
    #[deprecated = "the service means to drop it"]
    pub fn list(&self) -> Call<List, Via> {
        Call::new(List { email: None }, self.via.clone())
    }

    /// Creates an organizer and sends an e-mail to the address. An organizer for `GoToWebinar`
    /// (`G2W`) or `GoToTraining` (`G2T`) may use `GoToMeeting` too. This call is only available to
    /// users with the admin role.
    ///
    /// `POST /organizers` ("Organizer")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 400: Something in the request is missing or wrong.
    /// - 403: The token is missing, has expired, or does not allow this call. (The service answers 403 where others answer 401.)
    /// - 409: There is an organizer with this e-mail address already.
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::{CreateOrganizerBody, CreateOrganizerBodyArgs, ProductType};
    ///
    /// let reply = client
    ///     .organizers()
    ///     .create(
    ///         CreateOrganizerBody::new(CreateOrganizerBodyArgs {
    ///             first_name: "Ada".into(),
    ///             last_name: "Lovelace".into(),
    ///             organizer_email: "ada@example.com".into(),
    ///             product_type: ProductType::G2M,
    ///         }),
    ///     )
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: The text without its table. The reply is an array that holds the new
    /// organizer; 409 means that the address is known. Confidence: high.
    #[doc(alias = "OrganizersPost")]
    #[deprecated = "the service means to drop it"]
    pub fn create(&self, body: types::CreateOrganizerBody) -> Call<Create, Via> {
        Call::new(Create { body }, self.via.clone())
    }

    /// Deletes the individual organizer specified by the email address. This API call is only
    /// available to users with the admin role.
    ///
    /// `DELETE /organizers` ("Organizer by email")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// A success gives nothing back.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 400: Something in the request is missing or wrong.
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// let reply = client.organizers().delete_by_email("ada@example.com").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: See above for 204; 400 is in all documents of the provider. Confidence:
    /// high.
    #[doc(alias = "OrganizersDelete")]
    #[deprecated = "the service means to drop it"]
    pub fn delete_by_email(&self, email: impl Into<String>) -> Call<DeleteByEmail, Via> {
        Call::new(
            DeleteByEmail {
                email: email.into(),
            },
            self.via.clone(),
        )
    }

    /// Gives one organizer. Users without the admin role can ask for themselves only.
    ///
    /// `GET /organizers/{organizerKey}` ("Organizer")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 403: The token is missing, has expired, or does not allow this call. (The service answers 403 where others answer 401.)
    /// - 404: There is no such thing, or the caller may not see it.
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::OrganizerKey;
    ///
    /// let reply = client.organizers().get(OrganizerKey::from("1234")).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: The text is a copy of that of `GET /organizers`, and speaks of an e-mail
    /// address. By the provider's documents the call gives one organizer in an array, and others
    /// than admins see themselves alone. Confidence: high.
    #[doc(alias = "OrganizersByOrganizerKeyGet")]
    #[deprecated = "the service means to drop it"]
    pub fn get(&self, organizer_key: types::OrganizerKey) -> Call<Get, Via> {
        Call::new(Get { organizer_key }, self.via.clone())
    }

    /// Adds a product to an organizer, one in each call, or takes all of them away, by the status
    /// `suspended`. This call is only available to users with the admin role.
    ///
    /// `PUT /organizers/{organizerKey}` ("Organizer")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// A success gives nothing back.
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
    /// use gotomeeting::types::{OrganizerKey, UpdateOrganizerBody};
    ///
    /// let reply = client
    ///     .organizers()
    ///     .update(OrganizerKey::from("1234"), UpdateOrganizerBody::new())
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: See above for the body and for 204. The failures are in all documents of
    /// the provider. Confidence: high.
    #[doc(alias = "OrganizersByOrganizerKeyPut")]
    #[deprecated = "the service means to drop it"]
    pub fn update(
        &self,
        organizer_key: types::OrganizerKey,
        body: types::UpdateOrganizerBody,
    ) -> Call<Update, Via> {
        Call::new(Update { organizer_key, body }, self.via.clone())
    }

    /// Deletes the individual organizer specified by the organizer key. This API call is only
    /// available to users with the admin role.
    ///
    /// `DELETE /organizers/{organizerKey}` ("Organizer")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// A success gives nothing back.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 403: The token is missing, has expired, or does not allow this call. (The service answers 403 where others answer 401.)
    /// - 404: There is no such thing, or the caller may not see it.
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::OrganizerKey;
    ///
    /// let reply = client.organizers().delete(OrganizerKey::from("1234")).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: See above for 204. The failures are in all documents of the provider.
    /// Confidence: high.
    #[doc(alias = "OrganizersByOrganizerKeyDelete")]
    #[deprecated = "the service means to drop it"]
    pub fn delete(&self, organizer_key: types::OrganizerKey) -> Call<Delete, Via> {
        Call::new(Delete { organizer_key }, self.via.clone())
    }

    /// Lists all attendees for all meetings within a specified date range for a specified
    /// organizer. This API call is only available to users with the admin role.
    ///
    /// `GET /organizers/{organizerKey}/attendees` ("Attendees by organizer")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 400: Something in the request is missing or wrong.
    /// - 404: There is no such thing, or the caller may not see it.
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::{Timestamp, organizers, types::OrganizerKey};
    ///
    /// let reply = client
    ///     .organizers()
    ///     .attendees(organizers::AttendeesArgs {
    ///         organizer_key: OrganizerKey::from("1234"),
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
    /// From the overlay: A bare array, by the provider's documents. Confidence: high.
    #[doc(alias = "OrganizersAttendeesByOrganizerKeyGet")]
    pub fn attendees(&self, args: AttendeesArgs) -> Call<Attendees, Via> {
        Call::new(
            Attendees {
                organizer_key: args.organizer_key,
                start_date: args.start_date,
                end_date: args.end_date,
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

    type Output = Vec<types::Organizer>;

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.query("email", self.email.as_ref());
    }

    #[inline]
    fn read(reply: Reply) -> Result<Vec<types::Organizer>, Error> {
        reply.lenient()
    }
}

impl<Via> Call<List, Via> {
    /// `email` in the query.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.operation_mut().email = Some(email.into());
        self
    }
}

/// The request of [`Organizers::create`].
#[derive(Clone, Debug)]
pub struct Create {
    body: types::CreateOrganizerBody,
}

impl Operation for Create {
    const ABOUT: About = About {
        name: "organizers.create",
        method: Method::POST,
        path: "/organizers",
    };

    type Output = types::CreatedOrganizer;

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.json(Some(&self.body));
    }

    #[inline]
    fn read(reply: Reply) -> Result<types::CreatedOrganizer, Error> {
        reply.single()
    }
}

/// The request of [`Organizers::delete_by_email`].
#[derive(Clone, Debug)]
pub struct DeleteByEmail {
    email: String,
}

impl Operation for DeleteByEmail {
    const ABOUT: About = About {
        name: "organizers.delete_by_email",
        method: Method::DELETE,
        path: "/organizers",
    };

    type Output = ();

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.query("email", Some(&self.email));
    }

    #[inline]
    fn read(reply: Reply) -> Result<(), Error> {
        reply.empty()
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

    type Output = types::Organizer;

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
    }

    #[inline]
    fn read(reply: Reply) -> Result<types::Organizer, Error> {
        reply.single()
    }
}

/// The request of [`Organizers::update`].
#[derive(Clone, Debug)]
pub struct Update {
    organizer_key: types::OrganizerKey,
    body: types::UpdateOrganizerBody,
}

impl Operation for Update {
    const ABOUT: About = About {
        name: "organizers.update",
        method: Method::PUT,
        path: "/organizers/{organizerKey}",
    };

    type Output = ();

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
        request.json(Some(&self.body));
    }

    #[inline]
    fn read(reply: Reply) -> Result<(), Error> {
        reply.empty()
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

    type Output = ();

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
    }

    #[inline]
    fn read(reply: Reply) -> Result<(), Error> {
        reply.empty()
    }
}

/// What [`Organizers::attendees`] needs.
#[derive(Clone, Debug)]
pub struct AttendeesArgs {
    /// `organizerKey` in the path.
    pub organizer_key: types::OrganizerKey,
    /// `startDate` in the query.
    pub start_date: Timestamp,
    /// `endDate` in the query.
    pub end_date: Timestamp,
}

/// The request of [`Organizers::attendees`].
#[derive(Clone, Debug)]
pub struct Attendees {
    organizer_key: types::OrganizerKey,
    start_date: Timestamp,
    end_date: Timestamp,
}

impl Operation for Attendees {
    const ABOUT: About = About {
        name: "organizers.attendees",
        method: Method::GET,
        path: "/organizers/{organizerKey}/attendees",
    };

    type Output = Vec<types::OrganizerAttendee>;

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
        request.query("startDate", Some(&self.start_date));
        request.query("endDate", Some(&self.end_date));
    }

    #[inline]
    fn read(reply: Reply) -> Result<Vec<types::OrganizerAttendee>, Error> {
        reply.lenient()
    }
}

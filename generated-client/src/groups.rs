// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! Operations below `/groups`.
//!
//! They begin at [`Client::groups`](crate::Client::groups), or at
//! [`groups()`](fn@crate::groups) without a client.

use crate::types;
use crate::runtime::{About, Call, Error, Method, Operation, Reply, RequestWriter};

/// Operations below `/groups`.
///
/// Each method gives a [`Call`], which takes the optional values and is then sent.
#[derive(Clone, Debug)]
pub struct Groups<Via> {
    via: Via,
}

impl<Via: Clone> Groups<Via> {
    pub(crate) fn new(via: Via) -> Self {
        Self { via }
    }

    /// List all groups for an account. This API call is only available to users with the admin
    /// role.
    ///
    /// `GET /groups` ("Groups")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 403: The token is missing, has expired, or does not allow this call. (The service answers 403 where others answer 401.)
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// let reply = client.groups().list().await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: A bare array, by the provider's documents and the models of published
    /// clients. Confidence: high.
    #[doc(alias = "GroupsGet")]
    #[deprecated = "the service means to drop it"]
    pub fn list(&self) -> Call<List, Via> {
        Call::new(List, self.via.clone())
    }

    /// Returns all the organizers within a specific group. This API call is only available to users
    /// with the admin role.
    ///
    /// `GET /groups/{groupKey}/organizers` ("Organizers by group")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 400: Something in the request is missing or wrong.
    /// - 403: The token is missing, has expired, or does not allow this call. (The service answers 403 where others answer 401.)
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::GroupKey;
    ///
    /// let reply = client.groups().organizers(GroupKey::from("1234")).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: A bare array, by the provider's documents. Confidence: high.
    #[doc(alias = "GroupsOrganizersByGroupkeyGet")]
    #[deprecated = "the service means to drop it"]
    pub fn organizers(&self, group_key: types::GroupKey) -> Call<Organizers, Via> {
        Call::new(Organizers { group_key }, self.via.clone())
    }

    /// Get upcoming meetings for a specified group. This API call is only available to users with
    /// the admin role. This API call can be used only for groups with maximum 50 organizers.
    ///
    /// `GET /groups/{groupKey}/upcomingMeetings` ("Upcoming meetings by group")
    ///
    /// Credentials: an access token with the scopes `collab:` and `identity:`.
    ///
    /// # Errors
    ///
    /// Documented are:
    ///
    /// - 400: Something in the request is missing or wrong.
    /// - 403: The token is missing, has expired, or does not allow this call. (The service answers 403 where others answer 401.)
    ///
    /// [`Error::body_as`] reads the body of a failure as [`ErrorBody`](crate::types::ErrorBody).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: gotomeeting::Client) -> Result<(), gotomeeting::Error> {
    /// use gotomeeting::types::GroupKey;
    ///
    /// let reply = client.groups().upcoming_meetings(GroupKey::from("1234")).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Provenance
    ///
    /// From the overlay: A bare array, by the provider's documents; a 500 of an earlier one is not
    /// repeated in the newest. Confidence: high.
    #[doc(alias = "GroupsUpcomingMeetingsByGroupKeyGet")]
    pub fn upcoming_meetings(
        &self,
        group_key: types::GroupKey,
    ) -> Call<UpcomingMeetings, Via> {
        Call::new(UpcomingMeetings { group_key }, self.via.clone())
    }
}

/// The request of [`Groups::list`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct List;

impl Operation for List {
    const ABOUT: About = About {
        name: "groups.list",
        method: Method::GET,
        path: "/groups",
    };

    type Output = Vec<types::Group>;

    #[inline]
    fn write(&self, _: &mut RequestWriter) {}

    #[inline]
    fn read(reply: Reply) -> Result<Vec<types::Group>, Error> {
        reply.lenient()
    }
}

/// The request of [`Groups::organizers`].
#[derive(Clone, Debug)]
pub struct Organizers {
    group_key: types::GroupKey,
}

impl Operation for Organizers {
    const ABOUT: About = About {
        name: "groups.organizers",
        method: Method::GET,
        path: "/groups/{groupKey}/organizers",
    };

    type Output = Vec<types::Organizer>;

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("groupKey", &self.group_key);
    }

    #[inline]
    fn read(reply: Reply) -> Result<Vec<types::Organizer>, Error> {
        reply.lenient()
    }
}

/// The request of [`Groups::upcoming_meetings`].
#[derive(Clone, Debug)]
pub struct UpcomingMeetings {
    group_key: types::GroupKey,
}

impl Operation for UpcomingMeetings {
    const ABOUT: About = About {
        name: "groups.upcoming_meetings",
        method: Method::GET,
        path: "/groups/{groupKey}/upcomingMeetings",
    };

    type Output = Vec<types::UpcomingMeeting>;

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("groupKey", &self.group_key);
    }

    #[inline]
    fn read(reply: Reply) -> Result<Vec<types::UpcomingMeeting>, Error> {
        reply.lenient()
    }
}

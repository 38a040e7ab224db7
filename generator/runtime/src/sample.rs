//! A small API, written as the generator writes.

use crate::runtime::{
    About, Body, Call, Error, Id, ListStyle, Method, Operation, Reply, RequestWriter, Timestamp,
    UnknownValue, identifier, lenient, open_enum,
};
use serde::{Deserialize, Serialize};

/// Names an organizer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizerKey(Id);

identifier!(OrganizerKey);

/// A product.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProductType {
    /// `G2M`
    G2m,
    /// `G2W`
    G2w,
    /// Any other text.
    Unknown(UnknownValue),
}

open_enum!(ProductType { G2m = "G2M", G2w = "G2W" });

/// An organizer, as the service describes it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[non_exhaustive]
pub struct Organizer {
    /// Names the organizer.
    #[serde(default, rename = "organizerKey", deserialize_with = "lenient::option")]
    pub organizer_key: Option<OrganizerKey>,
    /// How many people may attend.
    #[serde(
        default,
        rename = "maxNumAttendees",
        deserialize_with = "lenient::option"
    )]
    pub max_num_attendees: Option<i64>,
    /// What the organizer may use.
    #[serde(default, deserialize_with = "lenient::option")]
    pub products: Option<Vec<ProductType>>,
}

lenient!(Organizer);

/// What a new organizer is made from.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct NewOrganizer {
    /// The e-mail address.
    #[serde(rename = "organizerEmail", skip_serializing_if = "Option::is_none")]
    pub organizer_email: Option<String>,
}

/// Everything about organizers.
#[derive(Clone, Debug)]
pub struct Organizers<Via> {
    via: Via,
}

impl<Via: Clone> Organizers<Via> {
    /// The group of operations, by way of a client.
    pub fn new(via: Via) -> Self {
        Self { via }
    }

    /// Lists organizers.
    pub fn list(&self) -> Call<List, Via> {
        Call::new(
            List {
                email: None,
                products: Vec::new(),
            },
            self.via.clone(),
        )
    }

    /// Creates an organizer.
    pub fn create(&self, organizer: NewOrganizer) -> Call<Create, Via> {
        Call::new(Create { organizer }, self.via.clone())
    }

    /// Deletes an organizer.
    pub fn delete(&self, organizer_key: OrganizerKey) -> Call<Delete, Via> {
        Call::new(Delete { organizer_key }, self.via.clone())
    }

    /// Lists who attended the meetings of an organizer.
    pub fn attendees(&self, organizer_key: OrganizerKey) -> Call<Attendees, Via> {
        Call::new(
            Attendees {
                organizer_key,
                start_date: None,
            },
            self.via.clone(),
        )
    }
}

/// The request of [`Organizers::list`].
#[derive(Clone, Debug)]
pub struct List {
    email: Option<String>,
    products: Vec<ProductType>,
}

impl Operation for List {
    const ABOUT: About = About {
        name: "organizers.list",
        method: Method::GET,
        path: "/organizers",
    };
    type Output = Vec<Organizer>;

    fn write(&self, request: &mut RequestWriter) {
        request.query("email", self.email.as_ref());
        request.query_list("products", &self.products, ListStyle::Csv);
    }

    fn read(reply: Reply) -> Result<Self::Output, Error> {
        reply.lenient()
    }
}

impl<Via> Call<List, Via> {
    /// Only the organizer with this address.
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.operation_mut().email = Some(email.into());
        self
    }

    /// Only organizers with these products.
    pub fn products(mut self, products: impl IntoIterator<Item = ProductType>) -> Self {
        self.operation_mut().products = products.into_iter().collect();
        self
    }
}

/// The request of [`Organizers::create`].
#[derive(Clone, Debug)]
pub struct Create {
    organizer: NewOrganizer,
}

impl Operation for Create {
    const ABOUT: About = About {
        name: "organizers.create",
        method: Method::POST,
        path: "/organizers",
    };
    type Output = Body;

    fn write(&self, request: &mut RequestWriter) {
        request.json(Some(&self.organizer));
    }

    fn read(reply: Reply) -> Result<Self::Output, Error> {
        Ok(reply.into_body())
    }
}

/// The request of [`Organizers::delete`].
#[derive(Clone, Debug)]
pub struct Delete {
    organizer_key: OrganizerKey,
}

impl Operation for Delete {
    const ABOUT: About = About {
        name: "organizers.delete",
        method: Method::DELETE,
        path: "/organizers/{organizerKey}",
    };
    type Output = ();

    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
    }

    fn read(reply: Reply) -> Result<Self::Output, Error> {
        reply.empty()
    }
}

/// The request of [`Organizers::attendees`].
#[derive(Clone, Debug)]
pub struct Attendees {
    organizer_key: OrganizerKey,
    start_date: Option<Timestamp>,
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
        request.query("startDate", self.start_date.as_ref());
    }

    fn read(reply: Reply) -> Result<Self::Output, Error> {
        Ok(reply.into_body())
    }
}

impl<Via> Call<Attendees, Via> {
    /// Only meetings from then on.
    pub fn start_date(mut self, start_date: impl Into<Timestamp>) -> Self {
        self.operation_mut().start_date = Some(start_date.into());
        self
    }
}

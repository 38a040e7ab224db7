//! A small API, written as the generator writes.

use crate::runtime::{
    About, Body, Call, Download, Error, Id, ListStyle, Method, Operation, Reply, RequestWriter,
    Timestamp, UnknownValue, Upload, identifier, object, open_enum,
};
use serde_json::Value;
use std::collections::BTreeMap;

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
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Organizer {
    /// Names the organizer.
    pub organizer_key: Option<OrganizerKey>,
    /// How many people may attend.
    pub max_num_attendees: Option<i64>,
    /// What the organizer may use.
    pub products: Option<Vec<ProductType>>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(Organizer: received {
    organizer_key = "organizerKey",
    max_num_attendees = "maxNumAttendees",
    products = "products",
});

/// What a new organizer is made from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewOrganizer {
    /// The e-mail address.
    pub organizer_email: Option<String>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(NewOrganizer: sent { organizer_email = "organizerEmail" });

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

    /// Replaces the photo of an organizer.
    pub fn update_photo(
        &self,
        organizer_key: OrganizerKey,
        photo: impl Into<Upload>,
    ) -> Call<UpdatePhoto, Via> {
        let operation = UpdatePhoto {
            organizer_key,
            photo: photo.into(),
            caption: None,
        };
        Call::new(operation, self.via.clone())
    }

    /// Gives the photo of an organizer.
    pub fn photo(&self, organizer_key: OrganizerKey) -> Call<Photo, Via> {
        Call::new(Photo { organizer_key }, self.via.clone())
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

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.query("email", self.email.as_ref());
        request.query_list("products", &self.products, ListStyle::Csv);
    }

    #[inline]
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

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.json(Some(&self.organizer));
    }

    #[inline]
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

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
    }

    #[inline]
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

    #[inline]
    fn write(&self, request: &mut RequestWriter) {
        request.path("organizerKey", &self.organizer_key);
        request.query("startDate", self.start_date.as_ref());
    }

    #[inline]
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

/// The request of [`Organizers::update_photo`].
#[derive(Clone, Debug)]
pub struct UpdatePhoto {
    organizer_key: OrganizerKey,
    photo: Upload,
    caption: Option<String>,
}

impl Operation for UpdatePhoto {
    const ABOUT: About = About {
        name: "organizers.update_photo",
        method: Method::PUT,
        path: "/organizers/{organizerKey}/photo",
    };
    type Output = ();

    fn write(&self, request: &mut RequestWriter) {
        request.multipart();
        request.path("organizerKey", &self.organizer_key);
        request.file("photo", Some(&self.photo));
        request.form_value("caption", self.caption.as_ref());
    }

    fn read(reply: Reply) -> Result<Self::Output, Error> {
        reply.empty()
    }
}

impl<Via> Call<UpdatePhoto, Via> {
    /// What stands below it.
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.operation_mut().caption = Some(caption.into());
        self
    }
}

/// The request of [`Organizers::photo`].
#[derive(Clone, Debug)]
pub struct Photo {
    organizer_key: OrganizerKey,
}

impl Operation for Photo {
    const ABOUT: About = About {
        name: "organizers.photo",
        method: Method::GET,
        path: "/organizers/{organizerKey}/photo",
    };
    type Output = Download;

    fn write(&self, request: &mut RequestWriter) {
        request.accept("image/png, */*");
        request.stream_reply();
        request.path("organizerKey", &self.organizer_key);
    }

    fn read(reply: Reply) -> Result<Self::Output, Error> {
        reply.into_download()
    }
}

// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! The types of requests and replies.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::runtime::{Id, Timestamp, UnknownValue, identifier, open_enum};

/// The values of `conferencecallinfo`.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Conferencecallinfo {
    /// `Hybrid`
    Hybrid,
    /// `PTSN`
    Ptsn,
    /// `Free`
    Free,
    /// `Private`
    Private,
    /// `VoIP`
    VoIp,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(Conferencecallinfo {
    Hybrid = "Hybrid",
    Ptsn = "PTSN",
    Free = "Free",
    Private = "Private",
    VoIp = "VoIP",
});

/// The body of `POST /meetings`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CreateMeetingBody {
    /// String - max 100 char.
    ///
    /// Example: `"subject"`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// {YYYY}-{MM}-{DD}T{HH}:{MM}:{SS}Z format, UTC only
    ///
    /// Example: `"2019-05-10T12:00:00Z"`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starttime: Option<Timestamp>,
    /// {YYYY}-{MM}-{DD}T{HH}:{MM}:{SS}Z format, UTC only
    ///
    /// Example: `"2019-05-10T13:00:00Z"`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endtime: Option<Timestamp>,
    /// Boolean: true, false
    ///
    /// Example: `false`
    #[serde(rename = "passwordRequired", skip_serializing_if = "Option::is_none")]
    pub password_required: Option<bool>,
    /// Must be one of: Hybrid, PTSN, Free, Private, `VoIP`.
    ///
    /// Example: `"hybrid"`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conferencecallinfo: Option<Conferencecallinfo>,
    /// All times default to UTC
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezonekey: Option<Value>,
    /// Must be one of: scheduled, recurring, immediate
    ///
    /// Example: `"scheduled"`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meetingtype: Option<Meetingtype>,
    /// What else there is, by name; it travels as it is.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CreateMeetingBody {
    /// An empty one, for its setters to fill.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`subject`](Self::subject).
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Sets [`starttime`](Self::starttime).
    #[must_use]
    pub fn starttime(mut self, starttime: impl Into<Timestamp>) -> Self {
        self.starttime = Some(starttime.into());
        self
    }

    /// Sets [`endtime`](Self::endtime).
    #[must_use]
    pub fn endtime(mut self, endtime: impl Into<Timestamp>) -> Self {
        self.endtime = Some(endtime.into());
        self
    }

    /// Sets [`password_required`](Self::password_required).
    #[must_use]
    pub fn password_required(mut self, password_required: bool) -> Self {
        self.password_required = Some(password_required);
        self
    }

    /// Sets [`conferencecallinfo`](Self::conferencecallinfo).
    #[must_use]
    pub fn conferencecallinfo(
        mut self,
        conferencecallinfo: impl Into<Conferencecallinfo>,
    ) -> Self {
        self.conferencecallinfo = Some(conferencecallinfo.into());
        self
    }

    /// Sets [`timezonekey`](Self::timezonekey).
    #[must_use]
    pub fn timezonekey(mut self, timezonekey: impl Into<Value>) -> Self {
        self.timezonekey = Some(timezonekey.into());
        self
    }

    /// Sets [`meetingtype`](Self::meetingtype).
    #[must_use]
    pub fn meetingtype(mut self, meetingtype: impl Into<Meetingtype>) -> Self {
        self.meetingtype = Some(meetingtype.into());
        self
    }
}

/// The body of `POST /organizers`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CreateOrganizerBody {
    /// String - max 25 characters
    ///
    /// Example: `"First"`
    #[serde(rename = "firstName", skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// String - max 25 characters
    ///
    /// Example: `"Last"`
    #[serde(rename = "lastName", skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// String with valid email syntax
    ///
    /// Example: `"valid.org@email.com"`
    #[serde(rename = "organizerEmail", skip_serializing_if = "Option::is_none")]
    pub organizer_email: Option<String>,
    /// Must be: G2M, G2W, G2T, OV
    ///
    /// Example: `"G2M"`
    #[serde(rename = "productType", skip_serializing_if = "Option::is_none")]
    pub product_type: Option<ProductType>,
    /// What else there is, by name; it travels as it is.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CreateOrganizerBody {
    /// An empty one, for its setters to fill.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`first_name`](Self::first_name).
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets [`last_name`](Self::last_name).
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }

    /// Sets [`organizer_email`](Self::organizer_email).
    #[must_use]
    pub fn organizer_email(mut self, organizer_email: impl Into<String>) -> Self {
        self.organizer_email = Some(organizer_email.into());
        self
    }

    /// Sets [`product_type`](Self::product_type).
    #[must_use]
    pub fn product_type(mut self, product_type: impl Into<ProductType>) -> Self {
        self.product_type = Some(product_type.into());
        self
    }
}

/// An identifier: `groupKey` or `groupkey` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupKey(Id);

identifier!(GroupKey);

/// An identifier: `meetingId` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeetingId(Id);

identifier!(MeetingId);

/// An identifier: `meetingInstanceKey` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeetingInstanceKey(Id);

identifier!(MeetingInstanceKey);

/// The values of `meetingtype`.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Meetingtype {
    /// `scheduled`
    Scheduled,
    /// `recurring`
    Recurring,
    /// `immediate`
    Immediate,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(Meetingtype {
    Scheduled = "scheduled",
    Recurring = "recurring",
    Immediate = "immediate",
});

/// An identifier: `organizerKey` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizerKey(Id);

identifier!(OrganizerKey);

/// The values of `productType`.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProductType {
    /// `G2M`
    G2M,
    /// `G2W`
    G2W,
    /// `G2T`
    G2T,
    /// `OV`
    Ov,
    /// `OPENVOICE`
    Openvoice,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(ProductType {
    G2M = "G2M",
    G2W = "G2W",
    G2T = "G2T",
    Ov = "OV",
    Openvoice = "OPENVOICE",
});

/// The values of `status`.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// the empty text
    Blank,
    /// `suspended`
    Suspended,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(Status { Blank = "", Suspended = "suspended" });

/// The body of `PUT /organizers/{organizerKey}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct UpdateOrganizerBody {
    /// String - max 25 characters
    ///
    /// Example: `"First"`
    #[serde(rename = "firstName", skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// String - max 25 characters
    ///
    /// Example: `"Last"`
    #[serde(rename = "lastName", skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// String with valid email syntax
    ///
    /// Example: `"valid.org@email.com"`
    #[serde(rename = "organizerEmail", skip_serializing_if = "Option::is_none")]
    pub organizer_email: Option<String>,
    /// Must be: G2M, G2W, G2T, OV
    ///
    /// Example: `"G2M"`
    #[serde(rename = "productType", skip_serializing_if = "Option::is_none")]
    pub product_type: Option<ProductType>,
    /// Must be: blank or suspended
    ///
    /// Example: `"suspended"`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// What else there is, by name; it travels as it is.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl UpdateOrganizerBody {
    /// An empty one, for its setters to fill.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`first_name`](Self::first_name).
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Some(first_name.into());
        self
    }

    /// Sets [`last_name`](Self::last_name).
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Some(last_name.into());
        self
    }

    /// Sets [`organizer_email`](Self::organizer_email).
    #[must_use]
    pub fn organizer_email(mut self, organizer_email: impl Into<String>) -> Self {
        self.organizer_email = Some(organizer_email.into());
        self
    }

    /// Sets [`product_type`](Self::product_type).
    #[must_use]
    pub fn product_type(mut self, product_type: impl Into<ProductType>) -> Self {
        self.product_type = Some(product_type.into());
        self
    }

    /// Sets [`status`](Self::status).
    #[must_use]
    pub fn status(mut self, status: impl Into<Status>) -> Self {
        self.status = Some(status.into());
        self
    }
}

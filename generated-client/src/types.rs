// Written by `cargo xtask regenerate` from specs/gotomeeting/swagger.yaml. Changes made here are lost.

//! The types of requests and replies.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::runtime::{Id, Timestamp, UnknownValue, identifier, object, open_enum};

/// An identifier: `accountKey` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountKey(Id);

identifier!(AccountKey);

/// Whether a group or an organizer may use the service.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AccountStatus {
    /// `active`
    Active,
    /// `suspended`
    Suspended,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(AccountStatus { Active = "active", Suspended = "suspended" });

/// Somebody who attended a session of a meeting, with what is known of the session.
///
/// `Attendee` in the overlay.
///
/// # Provenance
///
/// From the overlay: Attendees: one entry for each time that somebody joined. The provider's
/// documents agree on them. `groupName` is deprecated and says `NA`. `email` is the organizer's
/// by those documents; one client takes it for the attendee's, who has `attendeeEmail`.
/// Confidence: high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Attendee {
    /// The name of the attendee.
    pub attendee_name: Option<String>,
    /// The e-mail address of the attendee, if known.
    pub attendee_email: Option<String>,
    /// When they came.
    pub join_time: Option<Timestamp>,
    /// When they left.
    pub leave_time: Option<Timestamp>,
    /// How many minutes they stayed.
    pub duration: Option<i32>,
    /// The number of the meeting.
    pub meeting_id: Option<MeetingId>,
    /// The session, which tells the sessions of one meeting apart.
    pub meeting_instance_key: Option<MeetingInstanceKey>,
    /// What it was about.
    pub subject: Option<String>,
    /// When the session began.
    pub start_time: Option<Timestamp>,
    /// When the session ended.
    pub end_time: Option<Timestamp>,
    /// `meetingType`
    pub meeting_type: Option<MeetingType>,
    /// How many attended.
    pub num_attendees: Option<i32>,
    /// How people called in.
    pub conference_call_info: Option<String>,
    /// Who held it.
    pub organizer_key: Option<OrganizerKey>,
    /// The name of the organizer.
    pub name: Option<String>,
    /// The first name of the organizer.
    pub first_name: Option<String>,
    /// The last name of the organizer.
    pub last_name: Option<String>,
    /// The e-mail address of the organizer.
    pub email: Option<String>,
    /// It says `NA`.
    pub group_name: Option<String>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(Attendee: received {
    attendee_name = "attendeeName",
    attendee_email = "attendeeEmail",
    join_time = "joinTime",
    leave_time = "leaveTime",
    duration = "duration",
    meeting_id = "meetingId",
    meeting_instance_key = "meetingInstanceKey",
    subject = "subject",
    start_time = "startTime",
    end_time = "endTime",
    meeting_type = "meetingType",
    num_attendees = "numAttendees",
    conference_call_info = "conferenceCallInfo",
    organizer_key = "organizerkey",
    name = "name",
    first_name = "firstName",
    last_name = "lastName",
    email = "email",
    group_name = "groupName",
});

/// The values of `conferencecallinfo`.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ConferenceCallInfo {
    /// `PSTN`
    Pstn,
    /// `Free`
    Free,
    /// `Hybrid`
    Hybrid,
    /// `Private`
    Private,
    /// `VoIP`
    VoIp,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(ConferenceCallInfo {
    Pstn = "PSTN",
    Free = "Free",
    Hybrid = "Hybrid",
    Private = "Private",
    VoIp = "VoIP",
});

/// The body of `POST /meetings`.
///
/// # Provenance
///
/// From the overlay: The table in the text becomes a body: all seven fields are required by the
/// provider's documents, `coorganizerKeys` is in the newest alone. The table has
/// `passwordRequired` for `passwordrequired` (request fields are lower case throughout), `PTSN`
/// for `PSTN`, and a list for `conferencecallinfo` that is not closed: any text of up to 255
/// characters is taken for the numbers of the caller's own conference. Published clients send
/// `timezonekey` as an empty text, and one is told that a meeting must begin in the future.
/// Confidence: high.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateMeetingBody {
    /// What it is about. `<` and `>` are sent as `&lt;` and `&gt;`.
    ///
    /// At most 100 characters.
    ///
    /// Example: `"Weekly review"`
    pub subject: String,
    /// When it begins, in the future.
    ///
    /// Example: `"2026-05-10T12:00:00Z"`
    pub starttime: Timestamp,
    /// When it ends.
    ///
    /// Example: `"2026-05-10T13:00:00Z"`
    pub endtime: Timestamp,
    /// Whether attendees need a password.
    ///
    /// Example: `false`
    pub passwordrequired: bool,
    /// How people call in: by telephone (`PSTN`), by the internet (`VoIP`), by both (`Free`,
    /// `Hybrid`), by numbers of the account's own (`Private`), or any text that tells them.
    ///
    /// At most 255 characters.
    ///
    /// Example: `"Hybrid"`
    pub conferencecallinfo: ConferenceCallInfo,
    /// Deprecated, and still required: an empty text.
    ///
    /// Example: `""`
    pub timezonekey: String,
    /// `meetingtype`
    pub meetingtype: MeetingType,
    /// The keys of others who may hold the meeting, as text.
    pub coorganizer_keys: Option<Vec<String>>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

/// What [`CreateMeetingBody::new`] needs.
#[derive(Clone, Debug)]
pub struct CreateMeetingBodyArgs {
    /// What it is about. `<` and `>` are sent as `&lt;` and `&gt;`.
    ///
    /// At most 100 characters.
    ///
    /// Example: `"Weekly review"`
    pub subject: String,
    /// When it begins, in the future.
    ///
    /// Example: `"2026-05-10T12:00:00Z"`
    pub starttime: Timestamp,
    /// When it ends.
    ///
    /// Example: `"2026-05-10T13:00:00Z"`
    pub endtime: Timestamp,
    /// Whether attendees need a password.
    ///
    /// Example: `false`
    pub passwordrequired: bool,
    /// How people call in: by telephone (`PSTN`), by the internet (`VoIP`), by both (`Free`,
    /// `Hybrid`), by numbers of the account's own (`Private`), or any text that tells them.
    ///
    /// At most 255 characters.
    ///
    /// Example: `"Hybrid"`
    pub conferencecallinfo: ConferenceCallInfo,
    /// Deprecated, and still required: an empty text.
    ///
    /// Example: `""`
    pub timezonekey: String,
    /// `meetingtype`
    pub meetingtype: MeetingType,
}

impl CreateMeetingBody {
    /// One with what is required.
    #[must_use]
    pub fn new(args: CreateMeetingBodyArgs) -> Self {
        Self {
            subject: args.subject,
            starttime: args.starttime,
            endtime: args.endtime,
            passwordrequired: args.passwordrequired,
            conferencecallinfo: args.conferencecallinfo,
            timezonekey: args.timezonekey,
            meetingtype: args.meetingtype,
            coorganizer_keys: None,
            extra: BTreeMap::new(),
        }
    }

    /// Sets [`coorganizer_keys`](Self::coorganizer_keys).
    #[must_use]
    pub fn coorganizer_keys(
        mut self,
        coorganizer_keys: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.coorganizer_keys = Some(
            coorganizer_keys.into_iter().map(Into::into).collect(),
        );
        self
    }
}

object!(CreateMeetingBody: sent {
    coorganizer_keys = "coorganizerKeys",
} required {
    subject = "subject",
    starttime = "starttime",
    endtime = "endtime",
    passwordrequired = "passwordrequired",
    conferencecallinfo = "conferencecallinfo",
    timezonekey = "timezonekey",
    meetingtype = "meetingtype",
});

/// The body of `POST /organizers`.
///
/// # Provenance
///
/// From the overlay: The table in the text becomes a body: all four fields are required by the
/// provider's documents. Limits are from the table alone, and stay documentation. Confidence:
/// high; medium for the limits.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateOrganizerBody {
    /// The first name.
    ///
    /// At most 25 characters.
    ///
    /// Example: `"Ada"`
    pub first_name: String,
    /// The last name.
    ///
    /// At most 25 characters.
    ///
    /// Example: `"Lovelace"`
    pub last_name: String,
    /// The e-mail address.
    ///
    /// Format `email`.
    ///
    /// Example: `"ada@example.com"`
    pub organizer_email: String,
    /// `productType`
    pub product_type: ProductType,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

/// What [`CreateOrganizerBody::new`] needs.
#[derive(Clone, Debug)]
pub struct CreateOrganizerBodyArgs {
    /// The first name.
    ///
    /// At most 25 characters.
    ///
    /// Example: `"Ada"`
    pub first_name: String,
    /// The last name.
    ///
    /// At most 25 characters.
    ///
    /// Example: `"Lovelace"`
    pub last_name: String,
    /// The e-mail address.
    ///
    /// Format `email`.
    ///
    /// Example: `"ada@example.com"`
    pub organizer_email: String,
    /// `productType`
    pub product_type: ProductType,
}

impl CreateOrganizerBody {
    /// One with what is required.
    #[must_use]
    pub fn new(args: CreateOrganizerBodyArgs) -> Self {
        Self {
            first_name: args.first_name,
            last_name: args.last_name,
            organizer_email: args.organizer_email,
            product_type: args.product_type,
            extra: BTreeMap::new(),
        }
    }
}

object!(CreateOrganizerBody: sent {
} required {
    first_name = "firstName",
    last_name = "lastName",
    organizer_email = "organizerEmail",
    product_type = "productType",
});

/// A meeting that was just created.
///
/// `CreatedMeeting` in the overlay.
///
/// # Provenance
///
/// From the overlay: Meetings, as the provider's documents have them; replies that published
/// clients kept (2012, 2015, 2024) agree. The service spells one identifier `meetingid` and
/// `meetingId`, sends ids and counts as text in lists of meetings, `passwordRequired` as a
/// boolean or as `"false"`, and times as `2024-04-10T18:24:05.+0000`. `recording` is in the
/// newest document alone. Confidence: high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatedMeeting {
    /// The number of the meeting, of nine digits.
    pub meeting_id: Option<MeetingId>,
    /// Another number of it; in newer accounts the same.
    pub unique_meeting_id: Option<UniqueMeetingId>,
    /// Where attendees go.
    pub join_url: Option<String>,
    /// How to call in, as text of several lines.
    pub conference_call_info: Option<String>,
    /// How many may attend.
    pub max_participants: Option<i32>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(CreatedMeeting: received {
    meeting_id = "meetingid",
    unique_meeting_id = "uniqueMeetingId",
    join_url = "joinURL",
    conference_call_info = "conferenceCallInfo",
    max_participants = "maxParticipants",
});

/// An organizer who was just created.
///
/// `CreatedOrganizer` in the overlay.
///
/// # Provenance
///
/// From the overlay: A group and an organizer, as the provider's documents and the models of
/// published clients agree on them. Keys have up to 19 digits. `groupId` and `parentKey` hold
/// keys of groups: they stand where earlier replies said `groupkey`. Confidence: high; medium
/// for these two.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreatedOrganizer {
    /// The key of the organizer.
    pub key: Option<OrganizerKey>,
    /// The e-mail address.
    pub email: Option<String>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(CreatedOrganizer: received { key = "key", email = "email" });

/// What the service says when it refuses a call. Any of it may be missing.
///
/// `ErrorBody` in the overlay.
///
/// # Provenance
///
/// From the overlay: Failures. No document of the provider describes their bodies. A probe of a
/// sister API on the same gateway answered `int_err_code` and `msg`; published clients of this
/// one look for `err` and `message`, and older ones for `error`. A body may be empty.
/// Confidence: medium.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ErrorBody {
    /// A word for programs, such as `InvalidToken`.
    pub code: Option<String>,
    /// A sentence for people.
    pub msg: Option<String>,
    /// A word for programs, where `int_err_code` is not used.
    pub err: Option<String>,
    /// A sentence for people, where `msg` is not used.
    pub message: Option<String>,
    /// The form that is met in replies of earlier years.
    pub error: Option<String>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(ErrorBody: received {
    code = "int_err_code",
    msg = "msg",
    err = "err",
    message = "message",
    error = "error",
});

/// A group of organizers.
///
/// `Group` in the overlay.
///
/// # Provenance
///
/// From the overlay: A group and an organizer, as the provider's documents and the models of
/// published clients agree on them. Keys have up to 19 digits. `groupId` and `parentKey` hold
/// keys of groups: they stand where earlier replies said `groupkey`. Confidence: high; medium
/// for these two.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// The key of the group.
    pub group_key: Option<GroupKey>,
    /// The key of the group it is in; its own, where it is in none.
    pub parent_key: Option<GroupKey>,
    /// Its name.
    pub group_name: Option<String>,
    /// How many organizers it has.
    pub num_organizers: Option<i32>,
    /// `status`
    pub status: Option<AccountStatus>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(Group: received {
    group_key = "groupkey",
    parent_key = "parentKey",
    group_name = "groupName",
    num_organizers = "numOrganizers",
    status = "status",
});

/// An identifier: `groupId` or `groupKey` or `groupkey` or `parentKey` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupKey(Id);

identifier!(GroupKey);

/// One session of a meeting that took place.
///
/// `HistoricalMeeting` in the overlay.
///
/// # Provenance
///
/// From the overlay: Meetings, as the provider's documents have them; replies that published
/// clients kept (2012, 2015, 2024) agree. The service spells one identifier `meetingid` and
/// `meetingId`, sends ids and counts as text in lists of meetings, `passwordRequired` as a
/// boolean or as `"false"`, and times as `2024-04-10T18:24:05.+0000`. `recording` is in the
/// newest document alone. Confidence: high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HistoricalMeeting {
    /// The number of the meeting.
    pub meeting_id: Option<MeetingId>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// What it was about.
    pub subject: Option<String>,
    /// When it began.
    pub start_time: Option<Timestamp>,
    /// When it ended.
    pub end_time: Option<Timestamp>,
    /// How many minutes it took. It is sent as text.
    pub duration: Option<i32>,
    /// How many attended. It is sent as text.
    pub num_attendees: Option<i32>,
    /// `meetingType`
    pub meeting_type: Option<MeetingType>,
    /// How people called in: text, or a word such as `PRIVATE`.
    pub conference_call_info: Option<String>,
    /// Who held it.
    pub organizer_key: Option<OrganizerKey>,
    /// The first name of the organizer.
    pub first_name: Option<String>,
    /// The last name of the organizer.
    pub last_name: Option<String>,
    /// The e-mail address of the organizer.
    pub email: Option<String>,
    /// The account.
    pub account_key: Option<AccountKey>,
    /// The language of the organizer, such as `fr_FR`.
    pub locale: Option<String>,
    /// `recording`
    pub recording: Option<Recording>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(HistoricalMeeting: received {
    meeting_id = "meetingId",
    session_id = "sessionId",
    subject = "subject",
    start_time = "startTime",
    end_time = "endTime",
    duration = "duration",
    num_attendees = "numAttendees",
    meeting_type = "meetingType",
    conference_call_info = "conferenceCallInfo",
    organizer_key = "organizerKey",
    first_name = "firstName",
    last_name = "lastName",
    email = "email",
    account_key = "accountKey",
    locale = "locale",
    recording = "recording",
});

/// An identifier: `meetingId` or `meetingid` on the wire.
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

/// The values of `status`.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MeetingStatus {
    /// `ACTIVE`
    Active,
    /// `INACTIVE`
    Inactive,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(MeetingStatus { Active = "ACTIVE", Inactive = "INACTIVE" });

/// When a meeting takes place.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum MeetingType {
    /// `immediate`
    Immediate,
    /// `recurring`
    Recurring,
    /// `scheduled`
    Scheduled,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(MeetingType {
    Immediate = "immediate",
    Recurring = "recurring",
    Scheduled = "scheduled",
});

/// Somebody who can hold meetings.
///
/// `Organizer` in the overlay.
///
/// # Provenance
///
/// From the overlay: A group and an organizer, as the provider's documents and the models of
/// published clients agree on them. Keys have up to 19 digits. `groupId` and `parentKey` hold
/// keys of groups: they stand where earlier replies said `groupkey`. Confidence: high; medium
/// for these two.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Organizer {
    /// The key of the organizer.
    pub organizer_key: Option<OrganizerKey>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
    /// The last name.
    pub last_name: Option<String>,
    /// The key of their group.
    pub group_id: Option<GroupKey>,
    /// The name of their group.
    pub group_name: Option<String>,
    /// `status`
    pub status: Option<AccountStatus>,
    /// How many may attend a meeting of theirs.
    pub max_num_attendees_allowed: Option<i32>,
    /// What they may use. It is not in every reply.
    pub products: Option<Vec<ProductType>>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(Organizer: received {
    organizer_key = "organizerKey",
    email = "email",
    first_name = "firstName",
    last_name = "lastName",
    group_id = "groupId",
    group_name = "groupName",
    status = "status",
    max_num_attendees_allowed = "maxNumAttendeesAllowed",
    products = "products",
});

/// Somebody who attended a meeting of one organizer.
///
/// `OrganizerAttendee` in the overlay.
///
/// # Provenance
///
/// From the overlay: Attendees: one entry for each time that somebody joined. The provider's
/// documents agree on them. `groupName` is deprecated and says `NA`. `email` is the organizer's
/// by those documents; one client takes it for the attendee's, who has `attendeeEmail`.
/// Confidence: high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct OrganizerAttendee {
    /// The name of the attendee.
    pub attendee_name: Option<String>,
    /// The e-mail address of the attendee, if known.
    pub attendee_email: Option<String>,
    /// When they came.
    pub join_time: Option<Timestamp>,
    /// When they left.
    pub leave_time: Option<Timestamp>,
    /// How many minutes they stayed.
    pub duration: Option<i32>,
    /// The number of the meeting.
    pub meeting_id: Option<MeetingId>,
    /// The session, which tells the sessions of one meeting apart.
    pub meeting_instance_key: Option<MeetingInstanceKey>,
    /// What it was about.
    pub subject: Option<String>,
    /// When the session began.
    pub start_time: Option<Timestamp>,
    /// When the session ended.
    pub end_time: Option<Timestamp>,
    /// `meetingType`
    pub meeting_type: Option<MeetingType>,
    /// How many attended.
    pub num_attendees: Option<i32>,
    /// How people called in.
    pub conference_call_info: Option<String>,
    /// Who held it.
    pub organizer_key: Option<OrganizerKey>,
    /// The name of the organizer.
    pub name: Option<String>,
    /// The first name of the organizer.
    pub first_name: Option<String>,
    /// The last name of the organizer.
    pub last_name: Option<String>,
    /// The e-mail address of the organizer.
    pub email: Option<String>,
    /// It says `NA`.
    pub group_name: Option<String>,
    /// The number of the meeting as people read it, such as `331-536-871`.
    pub new_meeting_id: Option<String>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(OrganizerAttendee: received {
    attendee_name = "attendeeName",
    attendee_email = "attendeeEmail",
    join_time = "joinTime",
    leave_time = "leaveTime",
    duration = "duration",
    meeting_id = "meetingId",
    meeting_instance_key = "meetingInstanceKey",
    subject = "subject",
    start_time = "startTime",
    end_time = "endTime",
    meeting_type = "meetingType",
    num_attendees = "numAttendees",
    conference_call_info = "conferenceCallInfo",
    organizer_key = "organizerkey",
    name = "name",
    first_name = "firstName",
    last_name = "lastName",
    email = "email",
    group_name = "groupName",
    new_meeting_id = "newMeetingId",
});

/// An identifier: `key` or `organizerKey` or `organizerkey` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OrganizerKey(Id);

identifier!(OrganizerKey);

/// A product: `GoToMeeting`, `GoToWebinar`, `GoToTraining`, `OpenVoice`, and newer ones.
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
    /// `OPENVOICE`
    Openvoice,
    /// `G2ASEEIT`
    G2Aseeit,
    /// `G2ARS`
    G2Ars,
    /// `G2ASD`
    G2Asd,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(ProductType {
    G2M = "G2M",
    G2W = "G2W",
    G2T = "G2T",
    Openvoice = "OPENVOICE",
    G2Aseeit = "G2ASEEIT",
    G2Ars = "G2ARS",
    G2Asd = "G2ASD",
});

/// The recording of a session, where it was recorded.
///
/// `Recording` in the overlay.
///
/// # Provenance
///
/// From the overlay: Meetings, as the provider's documents have them; replies that published
/// clients kept (2012, 2015, 2024) agree. The service spells one identifier `meetingid` and
/// `meetingId`, sends ids and counts as text in lists of meetings, `passwordRequired` as a
/// boolean or as `"false"`, and times as `2024-04-10T18:24:05.+0000`. `recording` is in the
/// newest document alone. Confidence: high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Recording {
    /// What the service calls it.
    pub recording_id: Option<String>,
    /// Its name.
    pub recording_name: Option<String>,
    /// Where to get it.
    pub download_url: Option<String>,
    /// Where others can watch it.
    pub share_url: Option<String>,
    /// Its size in bytes.
    pub file_size: Option<i64>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(Recording: received {
    recording_id = "recordingId",
    recording_name = "recordingName",
    download_url = "downloadUrl",
    share_url = "shareUrl",
    file_size = "fileSize",
});

/// An identifier: `sessionId` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(Id);

identifier!(SessionId);

/// Where a meeting begins.
///
/// `StartUrl` in the overlay.
///
/// # Provenance
///
/// From the overlay: Meetings, as the provider's documents have them; replies that published
/// clients kept (2012, 2015, 2024) agree. The service spells one identifier `meetingid` and
/// `meetingId`, sends ids and counts as text in lists of meetings, `passwordRequired` as a
/// boolean or as `"false"`, and times as `2024-04-10T18:24:05.+0000`. `recording` is in the
/// newest document alone. Confidence: high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct StartUrl {
    /// The URL to open in a browser. It lets whoever has it start the meeting.
    pub host_url: Option<String>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(StartUrl: received { host_url = "hostURL" });

/// The values of `status`.
///
/// The list is open: a value that is not in it is kept, and sent as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// `suspended`
    Suspended,
    /// Any other value.
    Unknown(UnknownValue),
}

open_enum!(Status { Suspended = "suspended" });

/// An identifier: `uniqueMeetingId` on the wire.
///
/// It is made from a number or from text, keeps which of the two it was, and 64-bit numbers
/// stay exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UniqueMeetingId(Id);

identifier!(UniqueMeetingId);

/// A meeting that is still to come, and who holds it.
///
/// `UpcomingMeeting` in the overlay.
///
/// # Provenance
///
/// From the overlay: Meetings, as the provider's documents have them; replies that published
/// clients kept (2012, 2015, 2024) agree. The service spells one identifier `meetingid` and
/// `meetingId`, sends ids and counts as text in lists of meetings, `passwordRequired` as a
/// boolean or as `"false"`, and times as `2024-04-10T18:24:05.+0000`. `recording` is in the
/// newest document alone. Confidence: high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpcomingMeeting {
    /// The number of the meeting.
    pub meeting_id: Option<MeetingId>,
    /// What it is about.
    pub subject: Option<String>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// `meetingType`
    pub meeting_type: Option<MeetingType>,
    /// Whether attendees need a password.
    pub password_required: Option<bool>,
    /// Whether it is being held now; `INACTIVE` in practice.
    pub status: Option<MeetingStatus>,
    /// Who holds it.
    pub organizer_key: Option<OrganizerKey>,
    /// The first name of the organizer.
    pub first_name: Option<String>,
    /// The last name of the organizer.
    pub last_name: Option<String>,
    /// The e-mail address of the organizer.
    pub email: Option<String>,
    /// The group of the organizer.
    pub group_name: Option<String>,
    /// The account.
    pub account_key: Option<AccountKey>,
    /// The language of the organizer, such as `fr_FR`.
    pub locale: Option<String>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

object!(UpcomingMeeting: received {
    meeting_id = "meetingId",
    subject = "subject",
    start_time = "startTime",
    end_time = "endTime",
    meeting_type = "meetingType",
    password_required = "passwordRequired",
    status = "status",
    organizer_key = "organizerKey",
    first_name = "firstName",
    last_name = "lastName",
    email = "email",
    group_name = "groupName",
    account_key = "accountKey",
    locale = "locale",
});

/// The body of `PUT /organizers/{organizerKey}`.
///
/// # Provenance
///
/// From the overlay: The document has a table and no body. The table is a copy of that of `POST
/// /organizers` with `status` below it; the provider's documents and published clients send
/// `productType` and `status` alone, and "blank" means that the field is left out. Confidence:
/// high.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct UpdateOrganizerBody {
    /// `productType`
    pub product_type: Option<ProductType>,
    /// `suspended` takes all products away. To add a product, leave it out.
    pub status: Option<Status>,
    /// What else there is, by name; it travels as it is.
    pub extra: BTreeMap<String, Value>,
}

impl UpdateOrganizerBody {
    /// An empty one, for its setters to fill.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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

object!(UpdateOrganizerBody: sent { product_type = "productType", status = "status" });

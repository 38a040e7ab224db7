//! The calls through the generated client.

use std::net::SocketAddr;

use gotomeeting::historical_meetings::ListArgs;
use gotomeeting::types::{
    ConferenceCallInfo, CreateMeetingBody, CreateMeetingBodyArgs, CreatedMeeting,
    HistoricalMeeting, MeetingType,
};
use gotomeeting::{Client, blocking};

use crate::values::{Result, SUBJECT, Span, TOKEN};

pub(crate) fn client(server: SocketAddr) -> Result<Client> {
    Ok(Client::builder()
        .base_url(format!("http://{server}/G2M/rest"))
        .token(TOKEN)
        .use_proxy_variables(false)
        .build()?)
}

pub(crate) async fn list(client: &Client, span: Span) -> Result<Vec<HistoricalMeeting>> {
    Ok(client.historical_meetings().list(days(span)).await?)
}

pub(crate) async fn create(client: &Client, span: Span) -> Result<CreatedMeeting> {
    Ok(client.meetings().create(body(span)).await?)
}

pub(crate) fn blocking_client(server: SocketAddr) -> Result<blocking::Client> {
    Ok(blocking::Client::builder()
        .base_url(format!("http://{server}/G2M/rest"))
        .token(TOKEN)
        .use_proxy_variables(false)
        .build()?)
}

pub(crate) fn blocking_list(
    client: &blocking::Client,
    span: Span,
) -> Result<Vec<HistoricalMeeting>> {
    Ok(client.historical_meetings().list(days(span)).send()?)
}

pub(crate) fn blocking_create(client: &blocking::Client, span: Span) -> Result<CreatedMeeting> {
    Ok(client.meetings().create(body(span)).send()?)
}

fn days(span: Span) -> ListArgs {
    ListArgs {
        start_date: span.start,
        end_date: span.end,
    }
}

/// What both sides send.
pub(crate) fn body(span: Span) -> CreateMeetingBody {
    CreateMeetingBody::new(CreateMeetingBodyArgs {
        subject: SUBJECT.to_owned(),
        starttime: span.start,
        endtime: span.end,
        passwordrequired: false,
        conferencecallinfo: ConferenceCallInfo::Hybrid,
        timezonekey: String::new(),
        meetingtype: MeetingType::Scheduled,
    })
}

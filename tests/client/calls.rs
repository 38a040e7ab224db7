//! All calls of the client: what each of them sends.

use std::pin::Pin;

use gotomeeting::types::{
    ConferenceCallInfo, CreateMeetingBody, CreateMeetingBodyArgs, CreateOrganizerBody,
    CreateOrganizerBodyArgs, GroupKey, MeetingId, MeetingType, OrganizerKey, ProductType, Status,
    UpdateOrganizerBody,
};
use gotomeeting::{Body, Client, Error, Timestamp, blocking, historical_meetings, organizers};
use http::Request;

use crate::server::{Sent, Server, TOKEN};

/// A call of the client, and what it sends.
pub(crate) struct Example {
    /// The operation as the document has it.
    pub(crate) operation: &'static str,
    /// Path and query below the base URL, as sent.
    pub(crate) target: &'static str,
    /// The body, as sent.
    pub(crate) body: &'static str,
    send: fn(Client) -> Sending,
    block: fn(&blocking::Client) -> Result<(), Error>,
    write: fn(&str) -> Result<Request<Body>, Error>,
}

type Sending = Pin<Box<dyn Future<Output = Result<(), Error>>>>;

/// Each call is written once, and made in all ways: by both clients, and without one.
macro_rules! examples {
    ($($operation:literal => $target:literal $body:literal { $($call:tt)+ })*) => {
        pub(crate) const EXAMPLES: &[Example] = &[$(Example {
            operation: $operation,
            target: $target,
            body: $body,
            send: |client| Box::pin(async move { client.$($call)+.await.map(drop) }),
            block: |client| client.$($call)+.send().map(drop),
            write: |base_url| gotomeeting::$($call)+.http_request(base_url),
        }),*];
    };
}

examples! {
    "GET /groups" => "/groups" "" { groups().list() }

    "GET /groups/{groupKey}/upcomingMeetings"
        => "/groups/8249995551112223334/upcomingMeetings" ""
        { groups().upcoming_meetings(GroupKey::from(8_249_995_551_112_223_334_i64)) }

    "GET /groups/{groupKey}/organizers" => "/groups/1234/organizers" ""
        { groups().organizers(GroupKey::from("1234")) }

    "GET /historicalMeetings"
        => "/historicalMeetings?startDate=2024-01-01T00%3A00%3A00Z&endDate=2024-02-01T00%3A00%3A00Z"
        ""
        {
            historical_meetings().list(historical_meetings::ListArgs {
                start_date: instant("2024-01-01T00:00:00Z"),
                end_date: instant("2024-02-01T00:00:00Z"),
            })
        }

    "POST /meetings" => "/meetings"
        r#"{"subject":"Tea & <cake>","starttime":"2024-05-10T12:00:00Z","endtime":"2024-05-10T13:00:00Z","passwordrequired":false,"conferencecallinfo":"Hybrid","timezonekey":"","meetingtype":"scheduled"}"#
        { meetings().create(meeting()) }

    "GET /meetings/{meetingId}/start" => "/meetings/123456789/start" ""
        { meetings().start(MeetingId::from(123_456_789)) }

    "GET /meetings/{meetingId}/attendees" => "/meetings/42/attendees" ""
        { meetings().attendees(MeetingId::from(42)) }

    "GET /organizers" => "/organizers?email=ada%40example.com" ""
        { organizers().list().email("ada@example.com") }

    "POST /organizers" => "/organizers"
        r#"{"firstName":"Ada","lastName":"Løvelace","organizerEmail":"ada@example.com","productType":"G2M"}"#
        { organizers().create(organizer()) }

    "DELETE /organizers" => "/organizers?email=ada%40example.com" ""
        { organizers().delete_by_email("ada@example.com") }

    "GET /organizers/{organizerKey}" => "/organizers/77" ""
        { organizers().get(OrganizerKey::from(77)) }

    "PUT /organizers/{organizerKey}" => "/organizers/77" r#"{"status":"suspended"}"#
        {
            organizers().update(
                OrganizerKey::from(77),
                UpdateOrganizerBody::new().status(Status::Suspended),
            )
        }

    "DELETE /organizers/{organizerKey}" => "/organizers/77" ""
        { organizers().delete(OrganizerKey::from(77)) }

    "GET /organizers/{organizerKey}/attendees"
        => "/organizers/77/attendees?startDate=2024-01-01T00%3A00%3A00Z&endDate=2024-02-01T00%3A00%3A00Z"
        ""
        {
            organizers().attendees(organizers::AttendeesArgs {
                organizer_key: OrganizerKey::from(77),
                start_date: instant("2024-01-01T00:00:00Z"),
                end_date: instant("2024-02-01T00:00:00Z"),
            })
        }
}

/// A meeting to create.
pub(crate) fn meeting() -> CreateMeetingBody {
    CreateMeetingBody::new(CreateMeetingBodyArgs {
        subject: "Tea & <cake>".into(),
        starttime: instant("2024-05-10T12:00:00Z"),
        endtime: instant("2024-05-10T13:00:00Z"),
        passwordrequired: false,
        conferencecallinfo: ConferenceCallInfo::Hybrid,
        timezonekey: String::new(),
        meetingtype: MeetingType::Scheduled,
    })
}

/// An organizer to create.
pub(crate) fn organizer() -> CreateOrganizerBody {
    CreateOrganizerBody::new(CreateOrganizerBodyArgs {
        first_name: "Ada".into(),
        last_name: "Løvelace".into(),
        organizer_email: "ada@example.com".into(),
        product_type: ProductType::G2M,
    })
}

pub(crate) fn instant(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

impl Example {
    /// What is the same however the call is made. The server's base URL has a path, which stays.
    fn check(&self, sent: &Sent) {
        let operation = self.operation;
        let method = operation.split(' ').next().unwrap_or_default();
        assert_eq!(sent.method, method, "{operation}");
        assert_eq!(
            sent.target,
            format!("/G2M/rest{}", self.target),
            "{operation}"
        );
        assert_eq!(sent.text(), self.body, "{operation}");
        assert_eq!(
            sent.header("accept"),
            Some("application/json"),
            "{operation}"
        );
        let content_type = (!self.body.is_empty()).then_some("application/json");
        assert_eq!(sent.header("content-type"), content_type, "{operation}");
        let agent = sent.header("user-agent").unwrap_or_default();
        assert!(agent.starts_with("gotomeeting/"), "{operation}: {agent}");
    }

    /// A server that answers in the shape the operation reads: only one reply is no list.
    async fn server(&self) -> Server {
        if self.operation.ends_with("/start") {
            Server::answers(200, "application/json", "{}").await
        } else {
            Server::silent().await
        }
    }

    /// What a client adds: it proves who calls.
    fn check_signed(&self, sent: &Sent, result: &Result<(), Error>) {
        let operation = self.operation;
        assert!(result.is_ok(), "{operation}: {result:?}");
        self.check(sent);
        let authorization = format!("Bearer {TOKEN}");
        assert_eq!(
            sent.header("authorization"),
            Some(&*authorization),
            "{operation}"
        );
    }
}

#[test]
fn every_operation_has_an_example() {
    let lock = std::fs::read_to_string(tests::root().join("specs/gotomeeting/names.lock"))
        .expect("the lock of names");
    let mut operations: Vec<_> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("operation ")?.split(" = ").next())
        .collect();
    let mut examples: Vec<_> = EXAMPLES.iter().map(|example| example.operation).collect();
    operations.sort_unstable();
    examples.sort_unstable();
    assert_eq!(examples, operations);
    assert_eq!(examples.len(), 14);
}

#[tokio::test]
async fn every_call_goes_over_the_wire() {
    for example in EXAMPLES {
        let server = example.server().await;
        let result = (example.send)(server.client()).await;
        example.check_signed(&server.only(), &result);
    }
}

#[tokio::test]
async fn every_call_goes_over_the_wire_without_an_async_runtime() {
    for example in EXAMPLES {
        let server = example.server().await;
        let client = server.blocking_client();
        let sending = tokio::task::spawn_blocking(move || (example.block)(&client));
        let result = sending.await.expect("no panic");
        example.check_signed(&server.only(), &result);
    }
}

#[test]
fn every_call_is_written_without_a_client() {
    for example in EXAMPLES {
        let request = (example.write)("https://api.example.com/G2M/rest")
            .unwrap_or_else(|error| panic!("{}: {error}", example.operation));
        assert_eq!(request.uri().scheme_str(), Some("https"));
        assert_eq!(request.uri().host(), Some("api.example.com"));
        let sent = Sent::from(request.map(|body| body.as_bytes().to_vec()));
        example.check(&sent);
        // Whoever sends it adds the credentials.
        assert_eq!(sent.header("authorization"), None, "{}", example.operation);
    }
}

#[tokio::test]
async fn what_is_not_given_is_not_sent() {
    let server = Server::silent().await;
    server.client().organizers().list().await.expect("sent");
    assert_eq!(server.only().target, "/G2M/rest/organizers");

    let server = Server::silent().await;
    let body = UpdateOrganizerBody::new().product_type(ProductType::G2W);
    server
        .client()
        .organizers()
        .update(OrganizerKey::from(77), body)
        .await
        .expect("sent");
    assert_eq!(server.only().text(), r#"{"productType":"G2W"}"#);
}

#[test]
fn calls_go_to_the_service_unless_told_otherwise() {
    assert_eq!(gotomeeting::BASE_URL, "https://api.getgo.com/G2M/rest");
    let client = Client::new(TOKEN).expect("a client");
    assert_eq!(client.base_url(), gotomeeting::BASE_URL);
}

#[tokio::test]
async fn a_client_is_shared_and_its_calls_are_tasks() {
    fn shared<T: Clone + Send + Sync + 'static>(value: T) -> T {
        value
    }
    let server = Server::silent().await;
    let client = shared(server.client());
    let call = client.organizers().get(OrganizerKey::from(77));
    drop(client);
    // The task owns all it needs.
    tokio::spawn(call.into_future())
        .await
        .expect("no panic")
        .expect("sent");
    assert_eq!(server.only().target, "/G2M/rest/organizers/77");
}

//! What was set and would never be sent is told when the client is built.
//! features: blocking, mock

use document_shadowed_scheme::blocking::Client;

#[test]
fn what_no_call_would_send_is_refused() {
    let refusal = |builder: document_shadowed_scheme::blocking::ClientBuilder| {
        let error = builder.build().expect_err("something is never sent");
        assert!(error.is_config());
        error.to_string()
    };
    let both = Client::builder()
        .with_code("code")
        .with_user("ada", "secret");
    let told = refusal(both);
    assert!(
        told.contains("no call would send the credentials for `code`"),
        "{told}"
    );
    let told = refusal(Client::builder().with_unused("unused"));
    assert!(told.contains("`unused`"), "{told}");
    Client::builder()
        .with_code("code")
        .build()
        .expect("a client");
}

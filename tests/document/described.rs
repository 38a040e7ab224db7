//! The words of any document in its client: what the front page, a module and a method begin with.

use generator::emit::Root;

use crate::run;

const PETS: &str = "
swagger: '2.0'
info: {title: Pets, version: '1', description: '<p>All pets of all shops, e.g. Tom. And more.</p>'}
host: api.example.com
schemes: [https]
securityDefinitions: {shop: {type: basic}}
tags: [{name: Pets, description: 'Find and *keep* pets.'}]
paths:
  /pets:
    get:
      tags: [Pets]
      summary: list pets
      description: \"Reads a page.\\n\\n- in order\\n- or not\"
      parameters: [{in: query, name: kind, type: string}]
      responses: {'200': {description: all, schema: {type: array, items: {type: string}}}}
  /pets/{id}:
    get:
      tags: [Pets]
      summary: The pet
      description: Gives the one pet. Or none.
      parameters: [{in: path, name: id, type: integer, required: true}]
      responses: {'200': {description: it, schema: {type: string}}, '101': {description: wait}}
";

#[test]
fn a_client_speaks_as_its_document_does() {
    let run = run(PETS, "");
    let file = |path: &str| run.files[&(Root::Crate, path.to_owned())].as_str();
    let (front, pets) = (file("README.md"), file("src/pets.rs"));
    for said in [
        "All pets of all shops, e.g. Tom.\n",
        "| `pets().list` | `GET /pets` | List pets. |",
        "| `pets().get` | `GET /pets/{id}` | Gives the one pet. |",
        // The login of whoever runs the example is nobody's user at the service.
        "std::env::var(\"API_USER\")?",
        // The first call that is shown can be sent as it is.
        "client.pets().list().await?",
    ] {
        assert!(front.contains(said), "the front page lacks {said}");
    }
    for said in [
        "//! Find and keep pets.\n//!\n//! Operations below `/pets`.",
        "/// List pets.\n    ///\n    /// Reads a page.\n    ///\n    /// - in order\n    /// - or not\n",
        "/// Gives the one pet. Or none.\n    ///\n    /// `GET /pets/{id}` (\"The pet\")",
    ] {
        assert!(pets.contains(said), "the module lacks {said}:\n{pets}");
    }
    assert!(!pets.contains("101"), "nobody sees what comes on the way");
}

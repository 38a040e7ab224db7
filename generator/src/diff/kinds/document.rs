//! Kinds of change of operations and of the document, and of how it is read.

use super::{Kind, Way, kinds};
use crate::diff::types::{Rust, Wire};

const WAY: Way = Way::Document;

kinds! {
    KINDS
    OPERATION_ADDED "operation-added" Compatible Additive false
        mirrors "operation-removed"
        "The service answers one more call."
        "GET /pets" => "GET /pets, POST /pets";
    OPERATION_REMOVED "operation-removed" Breaks Breaks false
        mirrors "operation-added"
        "A call is not answered any more."
        "GET /pets, POST /pets" => "GET /pets";
    OPERATION_MOVED "operation-moved" Breaks Breaks false
        mirrors "operation-moved"
        "A call that is known by its operationId, or by its path spelled otherwise, has another method or path."
        "GET /pet" => "GET /pets";
    OPERATION_DEPRECATED "operation-deprecated" Compatible Meaning true
        mirrors "operation-undeprecated"
        "Callers should move away from the operation."
        "GET /pets" => "GET /pets, deprecated";
    OPERATION_UNDEPRECATED "operation-undeprecated" Compatible None true
        mirrors "operation-deprecated"
        "The operation can be used again without regret."
        "GET /pets, deprecated" => "GET /pets";
    OPERATION_MADE_PUBLIC "operation-made-public" Compatible Meaning true
        mirrors "operation-made-private"
        "The operation takes no credentials, and so no more are sent."
        "GET /pets" => "GET /pets, without credentials";
    OPERATION_MADE_PRIVATE "operation-made-private" Breaks Meaning true
        mirrors "operation-made-public"
        "The operation takes credentials, and so they are sent."
        "GET /pets, without credentials" => "GET /pets";
    CREDENTIALS_ADDED "credentials-added" Compatible None false
        mirrors "credentials-removed"
        "An operation takes credentials that it did not take: they are sent where the client has them."
        "GET /pets with a token" => "GET /pets with a token, or with a key";
    CREDENTIALS_REMOVED "credentials-removed" Breaks Meaning false
        mirrors "credentials-added"
        "An operation does not take some credentials any more, and so they are not sent."
        "GET /pets with a token, or with a key" => "GET /pets with a token";
    NEEDED_SCOPES_ADDED "needed-scopes-added" Breaks None false
        mirrors "needed-scopes-removed"
        "A call needs a token with more scopes."
        "GET /pets: read" => "GET /pets: read, write";
    NEEDED_SCOPES_REMOVED "needed-scopes-removed" Compatible None false
        mirrors "needed-scopes-added"
        "A call needs a token with less scopes."
        "GET /pets: read, write" => "GET /pets: read";
    OPERATION_ID_CHANGED "operation-id-changed" None None true
        mirrors "operation-id-changed"
        "The document calls the operation something else, which does not travel."
        "operationId: listPets" => "operationId: allPets";
    TAGS_CHANGED "tags-changed" None None true
        mirrors "tags-changed"
        "The operation is listed among others."
        "tags: [pets]" => "tags: [animals]";
    SUMMARY_CHANGED "summary-changed" None None true
        mirrors "summary-changed"
        "The few words about an operation are others."
        "List pets" => "All pets";
    DESCRIPTION_CHANGED "description-changed" None None true
        mirrors "description-changed"
        "The words of a description are others; punctuation, markup and blanks do not count."
        "The name" => "The name of the pet";
    TITLE_CHANGED "title-changed" None None true
        mirrors "title-changed"
        "The API has another title."
        "Pets" => "Pets and owners";
    VERSION_CHANGED "version-changed" None None true
        mirrors "version-changed"
        "The document says that it is another version."
        "1.0.0" => "1.1.0";
    HOST_CHANGED "host-changed" Breaks Meaning false
        mirrors "host-changed"
        "The service is somewhere else."
        "api.example.com" => "api2.example.com";
    BASE_PATH_CHANGED "base-path-changed" Breaks Meaning false
        mirrors "base-path-changed"
        "All paths begin with something else."
        "/v1" => "/v2";
    SCHEME_CHANGED "scheme-changed" Breaks Meaning false
        mirrors "scheme-changed"
        "Requests travel by another protocol."
        "http" => "https";
    SECURITY_ADDED "security-added" Breaks None false
        mirrors "security-removed"
        "Callers have to prove who they are."
        "no security" => "OAuth 2.0";
    SECURITY_REMOVED "security-removed" Compatible None false
        mirrors "security-added"
        "Callers do not have to prove who they are any more."
        "OAuth 2.0" => "no security";
    SECURITY_CHANGED "security-changed" Breaks Meaning false
        mirrors "security-changed"
        "Callers have to prove who they are in another way."
        "a bearer token" => "a key";
    SECURITY_ALTERNATIVE_ADDED "security-alternative-added" Compatible None false
        mirrors "security-alternative-removed"
        "Callers can prove who they are in one more way."
        "OAuth 2.0" => "OAuth 2.0, or a key";
    SECURITY_ALTERNATIVE_REMOVED "security-alternative-removed" Breaks None false
        mirrors "security-alternative-added"
        "Callers can't prove who they are in one of the ways any more."
        "OAuth 2.0, or a key" => "OAuth 2.0";
    CLIENT_CREDENTIALS_CHANGED "client-credentials-changed" None Meaning true
        mirrors "client-credentials-changed"
        "The client begins with other credentials: its constructor takes something else, whatever its signature is."
        "Client::new(token)" => "Client::new(key)";
    CREDENTIAL_SETTER_ADDED "credential-setter-added" None Additive false
        mirrors "credential-setter-removed"
        "The builder of a client takes credentials by the name of their scheme, since the document tells several apart."
        "one scheme" => "with_login(user, password)";
    CREDENTIAL_SETTER_REMOVED "credential-setter-removed" None Breaks false
        mirrors "credential-setter-added"
        "The builder of a client does not take credentials by this name any more: their scheme is gone, has another name, or is the only one."
        "with_login(user, password)" => "one scheme";
    SCOPES_ADDED "scopes-added" Compatible None true
        mirrors "scopes-removed"
        "There are more scopes to ask for."
        "scopes: read" => "scopes: read, write";
    SCOPES_REMOVED "scopes-removed" Breaks None true
        mirrors "scopes-added"
        "Some scopes can't be asked for any more."
        "scopes: read, write" => "scopes: read";
    TOKEN_ADDRESS_CHANGED "token-address-changed" Breaks Meaning false
        mirrors "token-address-changed"
        "Users log in, or applications get their tokens, somewhere else."
        "tokens from https://example.com/token" => "tokens from https://id.example.com/token";
    GUESS_CONFIRMED "guess-confirmed" None None false
        mirrors "statement-lost"
        "The document says now what was read in its texts or guessed before."
        "no type, taken for a text" => "type: string";
    STATEMENT_LOST "statement-lost" None None false
        mirrors "guess-confirmed"
        "The document does not say any more what is read in its texts or guessed now."
        "type: string" => "no type, taken for a text";
    CORRECTION_CONFIRMED "correction-confirmed" None None false
        mirrors "correction-added"
        "The document says now what the overlay said before: an action of it can go."
        "overlay: type: integer" => "type: integer";
    CORRECTION_ADDED "correction-added" None None false
        mirrors "correction-confirmed"
        "The overlay says now what the document said before."
        "type: integer" => "overlay: type: integer";
    GUESS_PINNED "guess-pinned" None None false
        mirrors "guess-unpinned"
        "The overlay says now what was read in texts or guessed before."
        "no type, taken for a text" => "overlay: type: string";
    GUESS_UNPINNED "guess-unpinned" None None false
        mirrors "guess-pinned"
        "The overlay does not say any more what is read in texts or guessed now."
        "overlay: type: string" => "no type, taken for a text";
    GROUP_FEATURES_ADDED "group-features-added" None Breaks true
        mirrors "group-features-removed"
        "There are so many groups that each is a feature now: all of them by default, and none for programs that do without the default features."
        "20 groups" => "21 groups";
    GROUP_FEATURES_REMOVED "group-features-removed" None Breaks true
        mirrors "group-features-added"
        "There are so few groups that none is a feature any more: programs that name one can't be built."
        "21 groups" => "20 groups";
    IDENTIFIER_CHANGED "identifier-changed" None Breaks false
        mirrors "identifier-changed"
        "The value is known to identify something else, or something at all: the client has another type for it."
        "/pets/{id}, a text" => "/pets/{id}, a PetId";
    NAME_CHANGED "rust-name-changed" None Breaks false
        mirrors "rust-name-changed"
        "Something of the client has another name, and is the same on the wire."
        "pets().list()" => "pets().all()";
}

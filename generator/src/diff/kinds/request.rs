//! Kinds of change of what programs send.

use super::{Kind, Way, kinds};
use crate::diff::types::{Rust, Wire};

const WAY: Way = Way::Request;

kinds! {
    KINDS
    PARAMETER_ADDED_OPTIONAL "request-parameter-added-optional" Compatible Additive false
        mirrors "request-parameter-removed-optional"
        "Calls can send one more value."
        "GET /pets" => "GET /pets with an optional `limit`";
    PARAMETER_REMOVED_OPTIONAL "request-parameter-removed-optional" Breaks Breaks false
        mirrors "request-parameter-added-optional"
        "A value that calls could send has no effect any more, or is refused."
        "GET /pets with an optional `limit`" => "GET /pets";
    PARAMETER_ADDED_REQUIRED "request-parameter-added-required" Breaks Breaks false
        mirrors "request-parameter-removed-required"
        "Calls need one more value."
        "GET /pets" => "GET /pets with a required `owner`";
    PARAMETER_REMOVED_REQUIRED "request-parameter-removed-required" Breaks Breaks false
        mirrors "request-parameter-added-required"
        "A value that all calls had to send has no effect any more, or is refused."
        "GET /pets with a required `owner`" => "GET /pets";
    PARAMETER_BECAME_REQUIRED "request-parameter-became-required" Breaks Breaks false
        mirrors "request-parameter-became-optional"
        "Calls without the value are refused."
        "`limit`, optional" => "`limit`, required";
    PARAMETER_BECAME_OPTIONAL "request-parameter-became-optional" Compatible Breaks false
        mirrors "request-parameter-became-required"
        "Calls can leave the value out."
        "`limit`, required" => "`limit`, optional";
    PARAMETER_RENAMED "request-parameter-renamed" Breaks None false
        mirrors "request-parameter-renamed"
        "The value is spelled differently on the wire."
        "query parameter `pageSize`" => "query parameter `page_size`";
    PATH_PARAMETER_RENAMED "path-parameter-renamed" None None false
        mirrors "path-parameter-renamed"
        "A placeholder of the path has another name, which does not travel."
        "/pets/{id}" => "/pets/{petId}";
    PARAMETER_MOVED "request-parameter-moved" Breaks None false
        mirrors "request-parameter-moved"
        "The value travels in another part of the request."
        "`token` in the query" => "`token` in a header";
    LIST_STYLE_CHANGED "request-list-style-changed" Breaks Meaning false
        mirrors "request-list-style-changed"
        "Several values are joined in another way."
        "tags=a,b" => "tags=a&tags=b";
    BODY_ADDED_OPTIONAL "request-body-added-optional" Compatible Additive false
        mirrors "request-body-removed-optional"
        "Calls can send a body."
        "POST /pets" => "POST /pets with an optional body";
    BODY_REMOVED_OPTIONAL "request-body-removed-optional" Breaks Breaks false
        mirrors "request-body-added-optional"
        "The body that calls could send has no effect any more, or is refused."
        "POST /pets with an optional body" => "POST /pets";
    BODY_ADDED_REQUIRED "request-body-added-required" Breaks Breaks false
        mirrors "request-body-removed-required"
        "Calls need a body."
        "POST /pets" => "POST /pets with a required body";
    BODY_REMOVED_REQUIRED "request-body-removed-required" Breaks Breaks false
        mirrors "request-body-added-required"
        "The body that all calls had to send has no effect any more, or is refused."
        "POST /pets with a required body" => "POST /pets";
    BODY_BECAME_REQUIRED "request-body-became-required" Breaks Breaks false
        mirrors "request-body-became-optional"
        "Calls without a body are refused."
        "body, optional" => "body, required";
    BODY_BECAME_OPTIONAL "request-body-became-optional" Compatible Breaks false
        mirrors "request-body-became-required"
        "Calls can leave the body out."
        "body, required" => "body, optional";
    MEDIA_TYPE_ADDED "request-media-type-added" Compatible None false
        mirrors "request-media-type-removed"
        "The body can be written in one more way."
        "JSON" => "JSON or XML";
    MEDIA_TYPE_REMOVED "request-media-type-removed" Breaks None false
        mirrors "request-media-type-added"
        "The body can't be written in one of the ways any more."
        "JSON or XML" => "JSON";
    FIELD_ADDED_OPTIONAL "request-field-added-optional" Compatible Additive false
        mirrors "request-field-removed-optional"
        "What is sent can have one more field."
        "{name}" => "{name, age?}";
    FIELD_REMOVED_OPTIONAL "request-field-removed-optional" Breaks Breaks false
        mirrors "request-field-added-optional"
        "A field that could be sent has no effect any more, or is refused."
        "{name, age?}" => "{name}";
    FIELD_ADDED_REQUIRED "request-field-added-required" Breaks Breaks false
        mirrors "request-field-removed-required"
        "What is sent needs one more field."
        "{name}" => "{name, age}";
    FIELD_REMOVED_REQUIRED "request-field-removed-required" Breaks Breaks false
        mirrors "request-field-added-required"
        "A field that had to be sent has no effect any more, or is refused."
        "{name, age}" => "{name}";
    FIELD_BECAME_REQUIRED "request-field-became-required" Breaks Breaks false
        mirrors "request-field-became-optional"
        "What is sent without the field is refused."
        "`age`, optional" => "`age`, required";
    FIELD_BECAME_OPTIONAL "request-field-became-optional" Compatible Breaks false
        mirrors "request-field-became-required"
        "What is sent can leave the field out."
        "`age`, required" => "`age`, optional";
    FIELD_RENAMED "request-field-renamed" Breaks Breaks false
        mirrors "request-field-renamed"
        "A field of what is sent is spelled differently."
        "{ownerKey}" => "{ownerkey}";
    OTHER_FIELDS_REFUSED "request-other-fields-refused" Breaks None false
        mirrors "request-other-fields-taken"
        "Fields that are not listed are refused; the client sends those that it has read."
        "{name}, and more" => "{name}, and no more";
    OTHER_FIELDS_TAKEN "request-other-fields-taken" Compatible None false
        mirrors "request-other-fields-refused"
        "Fields that are not listed can be sent."
        "{name}, and no more" => "{name}, and more";
    DEPRECATED "request-value-deprecated" Compatible None true
        mirrors "request-value-undeprecated"
        "Callers should do without the value."
        "`age`" => "`age`, deprecated";
    UNDEPRECATED "request-value-undeprecated" Compatible None true
        mirrors "request-value-deprecated"
        "Callers can send the value again without regret."
        "`age`, deprecated" => "`age`";
    TYPE_CHANGED "request-type-changed" Breaks Breaks false
        mirrors "request-type-changed"
        "What is sent has another type, and neither takes what the other does."
        "`age` is a boolean" => "`age` is an integer";
    TYPE_NARROWED "request-type-narrowed" Breaks Breaks false
        mirrors "request-type-widened"
        "Some of what could be sent is refused: the type takes less."
        "`age` is a number" => "`age` is an integer";
    TYPE_WIDENED "request-type-widened" Compatible Breaks false
        mirrors "request-type-narrowed"
        "More can be sent: the type takes all it took, and more."
        "`age` is an integer" => "`age` is a number";
    VALUES_ADDED "request-values-added" Compatible Additive false
        mirrors "request-values-removed"
        "The list of values that can be sent has more."
        "`sort` is name or age" => "`sort` is name, age or owner";
    VALUES_REMOVED "request-values-removed" Breaks Breaks false
        mirrors "request-values-added"
        "Some of the values that could be sent are refused."
        "`sort` is name, age or owner" => "`sort` is name or age";
    VALUES_LISTED "request-values-listed" Breaks Breaks false
        mirrors "request-values-opened"
        "Any value could be sent, and those of a list can be sent now."
        "`sort` is a text" => "`sort` is name or age";
    VALUES_OPENED "request-values-opened" Compatible Breaks false
        mirrors "request-values-listed"
        "The values of a list could be sent, and any value can be sent now."
        "`sort` is name or age" => "`sort` is a text";
    ALTERNATIVE_ADDED "request-alternative-added" Compatible Additive false
        mirrors "request-alternative-removed"
        "What is sent can be of one more type."
        "a Cat or a Dog" => "a Cat, a Dog or a Fish";
    ALTERNATIVE_REMOVED "request-alternative-removed" Breaks Breaks false
        mirrors "request-alternative-added"
        "What is sent can't be of one of the types any more."
        "a Cat, a Dog or a Fish" => "a Cat or a Dog";
    TAG_CHANGED "request-tag-changed" Breaks Meaning false
        mirrors "request-tag-changed"
        "What tells of which type a value is says something else."
        "a Cat has `kind: Cat`" => "a Cat has `kind: cat`";
    LIMIT_NARROWED "request-limit-narrowed" Breaks None true
        mirrors "request-limit-widened"
        "Some of what could be sent is refused: the limits are closer."
        "at most 100" => "at most 50";
    LIMIT_WIDENED "request-limit-widened" Compatible None true
        mirrors "request-limit-narrowed"
        "More can be sent: the limits are wider."
        "at most 50" => "at most 100";
    PATTERN_CHANGED "request-pattern-changed" Breaks None true
        mirrors "request-pattern-changed"
        "What is sent has to match another pattern."
        "matches `[a-z]+`" => "matches `[0-9]+`";
    DEFAULT_ADDED "request-default-added" Compatible None true
        mirrors "request-default-removed"
        "It is said now what the service takes where the value is left out."
        "`limit`" => "`limit`, 20 where it is left out";
    DEFAULT_REMOVED "request-default-removed" Compatible None true
        mirrors "request-default-added"
        "It is not said any more what the service takes where the value is left out."
        "`limit`, 20 where it is left out" => "`limit`";
    DEFAULT_CHANGED "request-default-changed" Breaks None true
        mirrors "request-default-changed"
        "Calls that leave the value out get something else."
        "`limit`, 20 where it is left out" => "`limit`, 50 where it is left out";
}

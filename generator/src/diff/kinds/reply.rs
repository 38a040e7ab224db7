//! Kinds of change of what the service answers.

use super::{Kind, Way, kinds};
use crate::diff::types::{Rust, Wire};

const WAY: Way = Way::Reply;

kinds! {
    KINDS
    SUCCESS_ADDED "reply-success-added" Compatible None true
        mirrors "reply-success-removed"
        "One more status tells of success."
        "200" => "200, 202";
    SUCCESS_REMOVED "reply-success-removed" Breaks None true
        mirrors "reply-success-added"
        "A status that told of success does not come any more."
        "200, 202" => "200";
    FAILURE_ADDED "reply-failure-added" Compatible None true
        mirrors "reply-failure-removed"
        "One more status tells of failure."
        "200" => "200, 409";
    FAILURE_REMOVED "reply-failure-removed" Compatible None true
        mirrors "reply-failure-added"
        "A status that told of failure is not listed any more."
        "200, 409" => "200";
    BODY_ADDED "reply-body-added" Compatible Breaks false
        mirrors "reply-body-removed"
        "It is said now what a reply holds."
        "200" => "200 with a Pet";
    BODY_REMOVED "reply-body-removed" Breaks Breaks false
        mirrors "reply-body-added"
        "A reply that held something holds nothing any more, or nobody says what."
        "200 with a Pet" => "200";
    MEDIA_TYPE_ADDED "reply-media-type-added" Compatible None true
        mirrors "reply-media-type-removed"
        "What comes can be asked for in one more way."
        "application/json" => "application/json, application/xml";
    MEDIA_TYPE_REMOVED "reply-media-type-removed" Breaks None true
        mirrors "reply-media-type-added"
        "What comes can't be asked for in one of the ways any more."
        "application/json, application/xml" => "application/json";
    HEADER_ADDED "reply-header-added" Compatible None true
        mirrors "reply-header-removed"
        "Replies have one more header."
        "200" => "200 with `X-Next`";
    HEADER_REMOVED "reply-header-removed" Breaks None true
        mirrors "reply-header-added"
        "A header of replies does not come any more."
        "200 with `X-Next`" => "200";
    HEADER_CHANGED "reply-header-changed" Breaks None true
        mirrors "reply-header-changed"
        "A header of replies holds something else."
        "`X-Total` is text" => "`X-Total` is an integer";
    HEADER_BECAME_OPTIONAL "reply-header-became-optional" Breaks None false
        mirrors "reply-header-became-required"
        "Replies can come without the header."
        "`X-Next`, always there" => "`X-Next`, possibly there";
    HEADER_BECAME_REQUIRED "reply-header-became-required" Compatible None false
        mirrors "reply-header-became-optional"
        "Replies always have the header."
        "`X-Next`, possibly there" => "`X-Next`, always there";
    FIELD_ADDED "reply-field-added" Compatible Additive false
        mirrors "reply-field-removed"
        "Replies have one more field."
        "{name}" => "{name, age}";
    FIELD_REMOVED "reply-field-removed" Breaks Breaks false
        mirrors "reply-field-added"
        "A field of replies does not come any more."
        "{name, age}" => "{name}";
    FIELD_BECAME_OPTIONAL "reply-field-became-optional" Breaks None false
        mirrors "reply-field-became-required"
        "Replies can come without the field."
        "`age`, always there" => "`age`, possibly there";
    FIELD_BECAME_REQUIRED "reply-field-became-required" Compatible None false
        mirrors "reply-field-became-optional"
        "Replies always have the field."
        "`age`, possibly there" => "`age`, always there";
    FIELD_RENAMED "reply-field-renamed" Breaks Breaks false
        mirrors "reply-field-renamed"
        "A field of replies is spelled differently."
        "{groupKey}" => "{groupkey}";
    DEPRECATED "reply-value-deprecated" Compatible None true
        mirrors "reply-value-undeprecated"
        "Callers should do without the value."
        "`age`" => "`age`, deprecated";
    UNDEPRECATED "reply-value-undeprecated" Compatible None true
        mirrors "reply-value-deprecated"
        "Callers can use the value again without regret."
        "`age`, deprecated" => "`age`";
    TYPE_CHANGED "reply-type-changed" Breaks Breaks false
        mirrors "reply-type-changed"
        "What comes has another type, and neither takes what the other does."
        "`age` is a boolean" => "`age` is an integer";
    TYPE_NARROWED "reply-type-narrowed" Compatible Breaks false
        mirrors "reply-type-widened"
        "What comes is a part of what could come."
        "`age` is a number" => "`age` is an integer";
    TYPE_WIDENED "reply-type-widened" Breaks Breaks false
        mirrors "reply-type-narrowed"
        "More can come than programs are made for."
        "`age` is an integer" => "`age` is a number";
    VALUES_ADDED "reply-values-added" Compatible Meaning false
        mirrors "reply-values-removed"
        "Values can come that were not listed: enums are open, and what was an unknown value is a known one."
        "`status` is active" => "`status` is active or suspended";
    VALUES_REMOVED "reply-values-removed" Compatible Breaks false
        mirrors "reply-values-added"
        "Values do not come any more."
        "`status` is active or suspended" => "`status` is active";
    VALUES_LISTED "reply-values-listed" Compatible Breaks false
        mirrors "reply-values-opened"
        "Any value could come, and those of a list come now."
        "`status` is a text" => "`status` is active or suspended";
    VALUES_OPENED "reply-values-opened" Compatible Breaks false
        mirrors "reply-values-listed"
        "The values of a list could come, and any value can come now."
        "`status` is active or suspended" => "`status` is a text";
    ALTERNATIVE_ADDED "reply-alternative-added" Compatible Meaning false
        mirrors "reply-alternative-removed"
        "What comes can be of one more type: unions are open, and what was any JSON is that type."
        "a Cat or a Dog" => "a Cat, a Dog or a Fish";
    ALTERNATIVE_REMOVED "reply-alternative-removed" Compatible Breaks false
        mirrors "reply-alternative-added"
        "What comes is not of one of the types any more."
        "a Cat, a Dog or a Fish" => "a Cat or a Dog";
    TAG_CHANGED "reply-tag-changed" Breaks Meaning false
        mirrors "reply-tag-changed"
        "What tells of which type a value is says something else."
        "a Cat has `kind: Cat`" => "a Cat has `kind: cat`";
    LIMIT_NARROWED "reply-limit-narrowed" Compatible None true
        mirrors "reply-limit-widened"
        "What comes keeps closer limits."
        "at most 100" => "at most 50";
    LIMIT_WIDENED "reply-limit-widened" Compatible None true
        mirrors "reply-limit-narrowed"
        "What comes keeps wider limits; the client never checks them."
        "at most 50" => "at most 100";
    PATTERN_CHANGED "reply-pattern-changed" Compatible None true
        mirrors "reply-pattern-changed"
        "What comes matches another pattern."
        "matches `[a-z]+`" => "matches `[0-9]+`";
    DEFAULT_CHANGED "reply-default-changed" Compatible None true
        mirrors "reply-default-changed"
        "It is said otherwise what a value is where it is left out of a reply."
        "`age`, 0 where it is left out" => "`age`";
}

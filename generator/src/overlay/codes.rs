//! What can be wrong with an overlay.

use crate::diagnostic::{Code, Severity};

/// The codes of this stage.
pub const CODES: &[&Code] = &[
    &OVERLAY_FORMAT,
    &OVERLAY_WITHOUT_REASON,
    &OVERLAY_TARGET,
    &OVERLAY_CLASH,
    &OVERLAY_EXTENSION,
    &STALE_ACTION,
    &OVERLAY_DOUBT,
    &VAIN_MATCH,
];

/// The file is no Overlay 1.0.
pub static OVERLAY_FORMAT: Code = Code {
    name: "overlay-format",
    severity: Severity::Error,
    explanation: "An overlay says `overlay: 1.0.0`, has an `info` with `title` and `version`, and a \
        list of `actions`; an action has a `target` and either `update` or `remove: true`. Anything \
        else beside `extends` and keys that begin with `x-` is a slip of the pen, and a correction \
        that is not read would be lost in silence.",
    example: "overlay: 1.0.0\ninfo: {title: Corrections, version: 1.0.0}\nactions:\n- target: $.info\n  \
        description: …\n  updaet: {title: Pets}\n",
};

/// An action does not say why.
pub static OVERLAY_WITHOUT_REASON: Code = Code {
    name: "overlay-without-reason",
    severity: Severity::Error,
    explanation: "Each action has a `description`: why it is there, and where the fact comes from. \
        The reports show it as the evidence for everything the action says, and whoever maintains \
        the client in two years will ask.",
    example: "actions:\n- target: $.info\n  update: {title: Pets}\n",
};

/// A target is no JSONPath.
pub static OVERLAY_TARGET: Code = Code {
    name: "overlay-target",
    severity: Severity::Error,
    explanation: "The `target` of an action is a JSONPath as RFC 9535 defines it. Keys with slashes \
        or braces stand in brackets and quotes: `$.paths['/pets/{petId}'].get`. Filters look like \
        `$.paths.*.get.parameters[?@.name == 'limit']`.",
    example: "- target: $.paths./pets.get\n",
};

/// An update does not fit what it is merged into.
pub static OVERLAY_CLASH: Code = Code {
    name: "overlay-clash",
    severity: Severity::Error,
    explanation: "A mapping merges into a mapping, and a list is appended to a list. Here the \
        document has one of them and the update another, so what the document says would be lost. \
        Remove it by an action of its own first. The root of the document can't be removed.",
    example: "- target: $.paths['/pets'].get\n  update: {parameters: {name: limit, in: query}}\n",
};

/// An extension that nobody reads.
pub static OVERLAY_EXTENSION: Code = Code {
    name: "overlay-extension",
    severity: Severity::Error,
    explanation: "Keys that begin with `x-client-` say what the client needs and the standard has \
        no word for. This one is not known, stands where it means nothing, or has a value that it \
        can't have. The table of all of them is in the documentation of `generator::overlay`.",
    example: "- target: $.paths['/pets'].get\n  update: {x-client-nmae: all}\n",
};

/// An action is not needed, or no longer.
pub static STALE_ACTION: Code = Code {
    name: "stale-action",
    severity: Severity::Error,
    explanation: "The action matches nothing, or changes nothing: the document was corrected, or \
        has become another one. Delete the action, or adapt its target. `x-client-optional: true` \
        on an action keeps it as a note, for an overlay that serves several versions of a document.",
    example: "- target: $.info\n  description: …\n  update: {title: Pets}   # and the title is Pets\n",
};

/// Something about the overlay looks wrong; it is applied all the same.
pub static OVERLAY_DOUBT: Code = Code {
    name: "overlay-doubt",
    severity: Severity::Warning,
    explanation: "The overlay `extends` another document than the one it is applied to, or an \
        action has an `update` that counts for nothing beside `remove: true`. It is applied all the \
        same.",
    example: "extends: pets-v1.yaml   # applied to pets-v2.yaml\n",
};

/// An action has nothing to do in some of the places it matches.
pub static VAIN_MATCH: Code = Code {
    name: "vain-match",
    severity: Severity::Note,
    explanation: "The target of an action matches several places, and in some of them it changes \
        nothing, because they say so already. (With `x-client-optional: true`, also an action that \
        changes nothing at all.)",
    example: "- target: $.paths.*.get\n  update: {deprecated: true}   # one of them is\n",
};

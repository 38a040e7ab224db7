//! The diagnostics of reading.

use crate::diagnostic::{Code, Severity};

/// All of them, for `explain`.
pub static CODES: &[&Code] = &[
    &TOO_LARGE,
    &NOT_UTF8,
    &FORBIDDEN_CHARACTER,
    &NOT_YAML,
    &NOT_JSON,
    &TOO_DEEP,
    &TOO_MANY_ALIASES,
    &ENDLESS_ALIAS,
    &SECOND_DOCUMENT,
    &EMPTY_DOCUMENT,
    &NOT_A_MAPPING,
    &REPEATED_KEY,
    &UNREAD_FILE,
];

/// More bytes, or more values, than the limit.
pub static TOO_LARGE: Code = Code {
    name: "too-large",
    severity: Severity::Error,
    explanation: "\
The document is larger than the generator reads: 64 MiB, or five million values. The limit keeps a \
file that was not meant as an API document (or was meant to do harm) from using up the memory of \
the machine; it is checked before anything is parsed.

Split the document, or remove what the client does not need. Large examples are the usual cause.",
    example: "$ ls -l swagger.yaml\n70000000 swagger.yaml",
};

/// Bytes that are not text.
pub static NOT_UTF8: Code = Code {
    name: "not-utf8",
    severity: Severity::Error,
    explanation: "\
The file is not UTF-8 (nor UTF-16 with a byte order mark), so that there is no telling what its \
text is. Usually it was saved in an older encoding such as Windows-1252.

Save it as UTF-8: `iconv -f WINDOWS-1252 -t UTF-8 old.yaml > new.yaml`.",
    example: "title: Caf\u{fffd}",
};

/// A control character.
pub static FORBIDDEN_CHARACTER: Code = Code {
    name: "forbidden-character",
    severity: Severity::Error,
    explanation: "\
The file holds a character that neither YAML nor JSON allows as such: a NUL byte or another control \
character. A NUL at every second byte is UTF-16 without its byte order mark.

Remove the character, or write it as an escape in double quotes (`\"\\u0007\"`).",
    example: "title: Pets\u{2400}",
};

/// A syntax error in YAML.
pub static NOT_YAML: Code = Code {
    name: "not-yaml",
    severity: Severity::Error,
    explanation: "\
The file is not YAML. The message is that of the parser, and the place is where it gave up; the \
cause may stand a few lines above.

The usual causes: text with `: ` or ` #` in it that needs quotes, a tab used as indentation, a \
line that is indented differently from its neighbours, a quote or a bracket that is not closed.",
    example: "description: Note: quotes are missing here",
};

/// A syntax error in JSON.
pub static NOT_JSON: Code = Code {
    name: "not-json",
    severity: Severity::Error,
    explanation: "\
The file begins like JSON and is neither JSON nor YAML (which allows comments and a comma after \
the last item). The message is that of the parser, and the place is where it gave up.

The usual causes: a comma is missing between two entries, a quote or a bracket is not closed, or \
the download stopped in the middle.",
    example: "{\n  \"swagger\": \"2.0\"\n  \"info\": {}\n}",
};

/// Lists and mappings inside each other without end.
pub static TOO_DEEP: Code = Code {
    name: "too-deep",
    severity: Severity::Error,
    explanation: "\
Lists and mappings stand inside each other more than 100 levels deep. API documents stay below \
30, so that such a file is damaged or was not meant as one.",
    example: "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ …",
};

/// An alias bomb.
pub static TOO_MANY_ALIASES: Code = Code {
    name: "too-many-aliases",
    severity: Severity::Error,
    explanation: "\
An alias (`*name`) stands for a copy of what its anchor (`&name`) marks. With aliases of aliases a \
file of a few lines can stand for billions of values; the generator makes a million copies at most, \
of 64 MiB.

Write the values out, or move what is shared into `definitions` and refer to it with `$ref`.",
    example: "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
};

/// An alias inside of what it stands for.
pub static ENDLESS_ALIAS: Code = Code {
    name: "endless-alias",
    severity: Severity::Error,
    explanation: "\
An alias (`*name`) stands inside of what its anchor (`&name`) marks, so that writing it out would \
never end.

For a type that holds itself, put it into `definitions` and refer to it with `$ref`.",
    example: "node: &node\n  next: *node",
};

/// A YAML stream with more than one document.
pub static SECOND_DOCUMENT: Code = Code {
    name: "second-document",
    severity: Severity::Error,
    explanation: "\
A line `---` ends a YAML document, and another one follows. The generator makes one client from \
one document and does not choose between two. (An empty document after a last `---` is fine.)

Put each document into a file of its own.",
    example: "swagger: \"2.0\"\n---\nswagger: \"2.0\"",
};

/// Nothing but comments.
pub static EMPTY_DOCUMENT: Code = Code {
    name: "empty-document",
    severity: Severity::Error,
    explanation: "\
The file is empty, or holds nothing but comments or `null`. Often a download failed, or the output \
of another command went elsewhere.",
    example: "# the document will be here soon",
};

/// A list or a scalar at the top.
pub static NOT_A_MAPPING: Code = Code {
    name: "not-a-mapping",
    severity: Severity::Error,
    explanation: "\
An API document is a mapping: keys such as `swagger`, `info` and `paths` with their values. This \
file is a list, or a single value. An HTML page saved in place of the document looks like text, \
and some services hand out a list of documents: take one of them.",
    example: "- swagger: \"2.0\"\n  paths: {}",
};

/// One key twice in a mapping.
pub static REPEATED_KEY: Code = Code {
    name: "repeated-key",
    severity: Severity::Warning,
    explanation: "\
A key stands twice in one mapping. YAML and JSON do not allow it, and readers differ in what they \
make of it; here the last one counts, as in most of them, and what stands under the earlier one is \
lost to the client.

Where both are meant (two `get` under one path that was pasted twice), rename one. Otherwise \
remove the wrong one.",
    example: "paths:\n  /pets:\n    get: {}\n  /pets:\n    post: {}",
};

/// A file that a document refers to and that is not read.
pub static UNREAD_FILE: Code = Code {
    name: "unread-file",
    severity: Severity::Warning,
    explanation: "\
A `$ref` names another file that is not read. Files of the document's own folder and of the folders \
below it are read, by relative paths, YAML or JSON. What is outside of the folder (also behind a \
link) or in the network is not, since a document must not choose what is read from the machine that \
runs the generator.

What the file would describe is taken as any JSON, or left out. Put the file beside the document, or \
write what it says into the document with an overlay.",
    example: "paths:\n  /pets:\n    get:\n      responses:\n        '200': {description: Pets, schema: \
        {$ref: 'https://example.com/pets.yaml'}}\n",
};

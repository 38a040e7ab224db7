//! What can be wrong with a document whose YAML or JSON is right.

use crate::diagnostic::{Code, Severity};

/// The codes of this stage.
pub const CODES: &[&Code] = &[
    &UNSUPPORTED_VERSION,
    &NO_PATHS,
    &NO_OPERATIONS,
    &WRONG_TYPE,
    &UNKNOWN_TYPE,
    &PATH_WITHOUT_SLASH,
    &MARKUP_IN_PATH,
    &OTHER_TEMPLATE,
    &REPEATED_TEMPLATE,
    &QUERY_IN_PATH,
    &FRAGMENT_IN_PATH,
    &UNKNOWN_METHOD,
    &BAD_REFERENCE,
    &UNDECLARED_SECURITY,
    &REFERENCE_CYCLE,
    &DUPLICATE_OPERATION_ID,
    &DUPLICATE_OPERATION,
    &NAMELESS_PARAMETER,
    &UNTIDY_NAME,
    &IMPOSSIBLE_HEADER,
    &DUPLICATE_PARAMETER,
    &SEVERAL_BODIES,
    &UNKNOWN_PARTS,
    &UNKNOWN_PLACE,
    &UNKNOWN_STATUS,
    &UNEVEN_VALUES,
    &ALIKE_KINDS,
    &UNKNOWN_STYLE,
    &OBJECT_IN_QUERY,
    &OTHER_SERVERS,
    &LONG_TEXT,
    &LONG_PATH,
    &MUCH_INHERITED,
];

/// A document of a version that can't be read.
pub static UNSUPPORTED_VERSION: Code = Code {
    name: "unsupported-version",
    severity: Severity::Error,
    explanation: "The document is neither Swagger 2.0 nor OpenAPI 3.0, which can be read. They begin \
        with `swagger: \"2.0\"` and with `openapi: 3.0.x`. Most providers publish one of the two \
        beside other versions, and converters exist.",
    example: "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\n",
};

/// The document has no `paths`.
pub static NO_PATHS: Code = Code {
    name: "no-paths",
    severity: Severity::Error,
    explanation: "A document lists its operations below `paths`. Without it there is \
        nothing to generate. Check that the file is the whole document, not one of its parts.",
    example: "swagger: '2.0'\ninfo: {title: Pets, version: '1'}\n",
};

/// Nothing below `paths` is an operation.
pub static NO_OPERATIONS: Code = Code {
    name: "no-operations",
    severity: Severity::Error,
    explanation: "`paths` is there, and nothing below it is an operation, so the client would be \
        empty. The warnings before this error say what was found instead.",
    example: "swagger: '2.0'\npaths: {}\n",
};

/// Something has another type than the specification gives it.
pub static WRONG_TYPE: Code = Code {
    name: "wrong-type",
    severity: Severity::Warning,
    explanation: "The specification wants another type in this place (a mapping, a list, text). \
        What stands there is left out, and everything around it is kept. A single value in the place \
        of a list is read as its only item.",
    example: "paths:\n  /pets:\n    get:\n      parameters:\n      - limit\n",
};

/// A `type` that is none.
pub static UNKNOWN_TYPE: Code = Code {
    name: "unknown-type",
    severity: Severity::Warning,
    explanation: "`type` is one of `string`, `number`, `integer`, `boolean`, `array`, `object` and `file`. A \
        word of another language for one of them is read as that (`int`, `Bool`, `<td>float</td>`, `string \
        array`). Any other says nothing, and the type is what the rest of the document tells.",
    example: "parameters:\n- {in: query, name: limit, type: int}\n",
};

/// A path does not begin with a slash.
pub static PATH_WITHOUT_SLASH: Code = Code {
    name: "path-without-slash",
    severity: Severity::Warning,
    explanation: "A path begins with a slash, because it is appended to the base path (Swagger 2.0, \
        Paths Object). The slash is added.",
    example: "paths:\n  pets:\n    get: {responses: {}}\n",
};

/// A path holds HTML, or white space around it.
pub static MARKUP_IN_PATH: Code = Code {
    name: "markup-in-path",
    severity: Severity::Warning,
    explanation: "A path holds entities of HTML (`&#123;id&#125;` for `{id}`, `&amp;` for `&`), braces as \
        a URL escapes them (`%7Bid%7D`), or white space at one of its ends, as it comes from copying a web \
        page. No service answers there. It is read as what the page showed.",
    example: "paths:\n  /pets/&#123;petId&#125;:\n    get: {responses: {}}\n",
};

/// A path has its values in the spelling of a framework.
pub static OTHER_TEMPLATE: Code = Code {
    name: "other-template",
    severity: Severity::Warning,
    explanation: "The values in a path stand in braces (`/pets/{petId}`). This path has them as a \
        framework spells them: `:petId`, `<petId>`, `<int:petId>`, `*path`, `{petId:[0-9]+}`, `{petId?}`, \
        `{path*}`, `{{petId}}`, or `{?page,size}` for a query. No service would understand that if it \
        were sent so, and parameters are declared by the names alone. They are read as values. What may \
        be left out, as in `/(ref/{ref}/)builds`, is taken for there.",
    example: "paths:\n  /pets/:petId:\n    get: {responses: {}}\n",
};

/// A path has two values of one name.
pub static REPEATED_TEMPLATE: Code = Code {
    name: "repeated-template",
    severity: Severity::Warning,
    explanation: "Values in a path are told apart by their names, and this path has several of one name, \
        as if all were the same (`/pets/{id}/friends/{id}`). The last keeps its name and what is said of \
        it; each before it is named after what it is a value of (`/pets/{pet_id}/friends/{id}`).",
    example: "paths:\n  /pets/{id}/friends/{id}:\n    get: {responses: {}}\n",
};

/// A path goes on with a query.
pub static QUERY_IN_PATH: Code = Code {
    name: "query-in-path",
    severity: Severity::Note,
    explanation: "A query is no part of a path (Swagger 2.0, Paths Object); its values are parameters. What \
        is fixed in it (`?method=pets.list`, `?acl`) is sent with every call, and a declared parameter that \
        has no other value is no argument. What is a value (`?limit={limit}`, `?limit=`) is a parameter in \
        the query, with all that is declared of it. It stays in the path where another path is the same \
        without it.",
    example: "paths:\n  /pets?limit={limit}:\n    get: {responses: {}}\n",
};

/// A path goes on with a fragment.
pub static FRAGMENT_IN_PATH: Code = Code {
    name: "fragment-in-path",
    severity: Severity::Warning,
    explanation: "What stands behind a `#` in a URL is never sent, so it can only be there to tell apart \
        operations that have one path (`/#Action=ListPets`). What tells the service which is meant is \
        elsewhere: in a header or in the body. Make sure that the operation has a parameter for it.",
    example: "paths:\n  /pets#list:\n    get: {responses: {}}\n",
};

/// A key of a path that is no method.
pub static UNKNOWN_METHOD: Code = Code {
    name: "unknown-method",
    severity: Severity::Warning,
    explanation: "Below a path stand the methods `get`, `put`, `post`, `delete`, `options`, `head` \
        and `patch`, the shared `parameters`, a `$ref`, and extensions beginning with `x-`. \
        Anything else is no operation that could be called, so it is left out.",
    example: "paths:\n  /pets:\n    fetch: {responses: {}}\n",
};

/// A reference that leads nowhere.
pub static BAD_REFERENCE: Code = Code {
    name: "bad-reference",
    severity: Severity::Warning,
    explanation: "A `$ref` names a parameter or a response that the document does not hold, or a \
        place outside the document. What it would have described is left out. (A `$ref` to a \
        missing schema is mended by the rule `dangling-reference`.)",
    example: "parameters:\n- $ref: '#/parameters/missing'\n",
};

/// Something is required of callers that the document does not declare.
pub static UNDECLARED_SECURITY: Code = Code {
    name: "undeclared-security",
    severity: Severity::Warning,
    explanation: "`security` names a scheme that the document does not declare, so nobody knows how callers \
        show who they are in that way. The client begins with another way that the document has, or with a \
        bearer token where it has none. What is right can be said in an overlay.",
    example: "security:\n- apiKey: []\n",
};

/// References that lead back to themselves.
pub static REFERENCE_CYCLE: Code = Code {
    name: "reference-cycle",
    severity: Severity::Warning,
    explanation: "Following the `$ref` leads back to itself without ever reaching a description, \
        so nothing is known of the value: it is left out, or taken as any JSON where a schema is \
        meant. (A type that contains itself below a field is no such cycle.)",
    example: "definitions:\n  a: {$ref: '#/definitions/b'}\n  b: {$ref: '#/definitions/a'}\n",
};

/// Two operations share an `operationId`.
pub static DUPLICATE_OPERATION_ID: Code = Code {
    name: "duplicate-operation-id",
    severity: Severity::Warning,
    explanation: "An `operationId` must be unique. Both operations are kept; they are told apart \
        by method and path, from which names are made anyway.",
    example: "paths:\n  /a:\n    get: {operationId: read}\n  /b:\n    get: {operationId: read}\n",
};

/// Two operations are the same one on the wire.
pub static DUPLICATE_OPERATION: Code = Code {
    name: "duplicate-operation",
    severity: Severity::Warning,
    explanation: "Two operations have the same method and path (they differed in a missing slash). \
        The first one counts.",
    example: "paths:\n  pets:\n    get: {}\n  /pets:\n    get: {}\n",
};

/// A parameter without a usable name.
pub static NAMELESS_PARAMETER: Code = Code {
    name: "nameless-parameter",
    severity: Severity::Warning,
    explanation: "A parameter needs a `name` to be sent. This one has none, or one that says so \
        (`No Name`), so it is left out; \
        `Call::query_value` and `Call::header` send what the client does not know.",
    example: "parameters:\n- in: query\n  type: string\n",
};

/// The name of a parameter goes on with something else.
pub static UNTIDY_NAME: Code = Code {
    name: "untidy-name",
    severity: Severity::Warning,
    explanation: "The name of a parameter has white space or markup around it, goes on with words about it in \
        the next line, or, in a header, with the value behind a colon (`Prefer: timezone`). No service knows \
        it by that. The name is what stands before, and the words describe it where nothing else does.",
    example: "parameters:\n- {in: query, name: ' limit', type: integer}\n",
};

/// A header that can't be sent.
pub static IMPOSSIBLE_HEADER: Code = Code {
    name: "impossible-header",
    severity: Severity::Warning,
    explanation: "The name of a header is letters, digits and a few signs (RFC 9110, section 5.6.2). This \
        one has others, so that no request can have it, and it is left out. `Call::header` sends \
        the one that is meant.",
    example: "parameters:\n- {in: header, name: X Request Id, type: string}\n",
};

/// Two parameters of one name in one place.
pub static DUPLICATE_PARAMETER: Code = Code {
    name: "duplicate-parameter",
    severity: Severity::Warning,
    explanation: "Two parameters of one list have the same name and the same place, so they are one on the \
        wire. The last counts, as with repeated keys.",
    example: "parameters:\n- {in: query, name: limit, type: integer}\n- {in: query, name: limit, type: string}\n",
};

/// More bodies than one.
pub static SEVERAL_BODIES: Code = Code {
    name: "several-bodies",
    severity: Severity::Warning,
    explanation: "An operation has one body at most (Swagger 2.0, Parameter Object). Several parameters with \
        `in: body` are what their authors think of as parts of it: they are read as one object that has each by its \
        name. A body beside `formData` is read as one more value of the form. What is right can be \
        said in an overlay.",
    example: "parameters:\n- {in: body, name: user, schema: {type: string}}\n- {in: body, name: age, schema: \
        {type: integer}}\n",
};

/// A body of several parts that nobody knows.
pub static UNKNOWN_PARTS: Code = Code {
    name: "unknown-parts",
    severity: Severity::Warning,
    explanation: "A body is sent as `multipart/form-data` and its schema names no parts, so the client can't \
        write them. It sends the bytes that the caller gives, with the media type that says what parts \
        them (`Body::new`). Parts are declared as `in: formData`, or as properties of the schema.",
    example: "consumes: [multipart/form-data]\nparameters:\n- {in: body, name: file, schema: {type: string}}\n",
};

/// A parameter that says nowhere where it travels.
pub static UNKNOWN_PLACE: Code = Code {
    name: "unknown-place",
    severity: Severity::Warning,
    explanation: "`in` is one of `path`, `query`, `header`, `formData` and `body`. A parameter whose \
        name stands in the path template is taken for a path parameter, `form` is read as \
        `formData`, and anything else is taken for a query parameter.",
    example: "parameters:\n- name: limit\n  in: url\n",
};

/// A key below `responses` that is no status.
pub static UNKNOWN_STATUS: Code = Code {
    name: "unknown-status",
    severity: Severity::Warning,
    explanation: "The keys below `responses` are HTTP status codes from 100 to 599, ranges such as \
        `2XX`, or `default`. This one is not, so the entry is left out. The client takes any 2xx \
        for a success whatever the document lists.",
    example: "responses:\n  Maximum record size: {description: 1 MB}\n",
};

/// Values have more or fewer names than there are values.
pub static UNEVEN_VALUES: Code = Code {
    name: "uneven-values",
    severity: Severity::Warning,
    explanation: "An extension beside `enum` lists names or descriptions of its values, in their order \
        (`x-enum-varnames`, `x-enumNames`, `x-enum-descriptions`), and there are more or fewer of them \
        than values. Nobody can say which belongs to which, so none is used.",
    example: "parameters:\n- {in: query, name: level, type: integer, enum: [1, 2], x-enum-varnames: [Low]}\n",
};

/// Kinds that nothing tells apart.
pub static ALIKE_KINDS: Code = Code {
    name: "alike-kinds",
    severity: Severity::Warning,
    explanation: "A definition has a `discriminator`, and several of those that inherit it call themselves \
        alike there (by `x-ms-discriminator-value`, or by the mapping), so that nobody can tell which of them a \
        value is. Such values are read as the definition that they share, with their other fields in `extra`. The \
        kinds that can be told apart are.",
    example: "paths:\n  /pets: {get: {responses: {'200': {description: All, schema: {$ref: \
        '#/definitions/Pet'}}}}}\ndefinitions:\n  Pet: {type: object, discriminator: kind, properties: {kind: \
        {type: string}}}\n  Cat: {x-ms-discriminator-value: cat, allOf: [{$ref: '#/definitions/Pet'}, {type: \
        object, properties: {lives: {type: integer}}}]}\n  Lion: {x-ms-discriminator-value: cat, allOf: [{$ref: \
        '#/definitions/Pet'}, {type: object, properties: {roar: {type: string}}}]}\n",
};

/// A parameter is written in a way that the client does not know.
pub static UNKNOWN_STYLE: Code = Code {
    name: "unknown-style",
    severity: Severity::Warning,
    explanation: "A parameter names a `style` that the client can't write: `label` and `matrix`, which \
        put more than the value into a path, or a word that OpenAPI 3.0 does not know. The value is \
        sent as it is, lists with commas between their values.",
    example: "openapi: 3.0.3\npaths:\n  /pets/{petId}:\n    get:\n      parameters:\n      \
        - {in: path, name: petId, style: matrix, schema: {type: string}}\n",
};

/// A parameter in the query is an object of which nothing is known.
pub static OBJECT_IN_QUERY: Code = Code {
    name: "object-in-query",
    severity: Severity::Warning,
    explanation: "The parts of an object in the query travel one by one: as `filter[name]` with \
        `style: deepObject`, under their own names otherwise. So they become parameters of their own. \
        The parts of this object have no names in the document, so that nothing can be made of \
        it. `Call::query_value` sends them.",
    example: "openapi: 3.0.3\npaths:\n  /pets:\n    get:\n      parameters:\n      \
        - {in: query, name: filter, style: deepObject, schema: {type: object}}\n",
};

/// An operation is served elsewhere.
pub static OTHER_SERVERS: Code = Code {
    name: "other-servers",
    severity: Severity::Warning,
    explanation: "A path or an operation has `servers` of its own. A client has one base URL, so the \
        call goes there all the same. A second client with the other base URL \
        (`Client::builder`) reaches it.",
    example: "openapi: 3.0.3\npaths:\n  /pets:\n    get:\n      servers: \
        [{url: 'https://files.example.com'}]\n",
};

/// A text of more bytes than are read.
pub static LONG_TEXT: Code = Code {
    name: "long-text",
    severity: Severity::Warning,
    explanation: "A text has more than 100,000 bytes, which is more than anybody reads and eight times \
        what the longest description of real documents has. What comes behind that is left out.",
    example: "info: {title: Pets, version: '1', description: (100,001 bytes)}\n",
};

/// A path that no server would read.
pub static LONG_PATH: Code = Code {
    name: "long-path",
    severity: Severity::Warning,
    explanation: "A path has more than 8,000 bytes. Servers need not read so much (RFC 9110, section 4.1, \
        asks for that many), so its operations are left out.",
    example: "paths:\n  /pets/(8,001 bytes):\n    get: {}\n",
};

/// Definitions that inherit more fields than can be written down.
pub static MUCH_INHERITED: Code = Code {
    name: "much-inherited",
    severity: Severity::Error,
    explanation: "Each type has all the fields that it inherits (`allOf`), so that a long line of \
        definitions, of which each is the next one and a field more, would be a client of millions of \
        fields. A document in which definitions inherit more than 500,000 times, a field or a definition, \
        is refused. Check whether its `allOf` are meant; fields of the type `A` say what is used, and \
        not what is the same.",
    example: "definitions:\n  A1: {allOf: [{$ref: '#/definitions/A2'}, {properties: {a1: {type: string}}}]}\n  A2: (and so on)\n",
};

//! Field tables inside descriptions, and the prose that remains without them.
//!
//! Each shape a table is written in has a file that finds grids: rows of cells, as byte
//! ranges, with no idea of what they mean. `columns` reads the header, and only a grid whose header
//! names a column of fields, and whose every row begins with something that can be a field's name,
//! becomes a [`FieldTable`]. Refused are therefore tables of error codes (`code | title`), of values
//! and their meaning (`value | description`), of what goes with what, and whatever stands under a
//! heading that speaks of responses, errors, headers or permissions.

mod blanks;
mod bullets;
mod columns;
mod grid;
mod html;
mod in_name;
mod pipes;
mod prose;
mod tabs;

use std::ops::Range;

pub use columns::Column;
pub use in_name::{Named, in_name};
pub use prose::without;

/// A table whose rows describe fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldTable {
    /// The bytes it occupies in the text, header included.
    pub range: Range<usize>,
    /// The heading it stands under, if one does: a line that is marked as heading or ends in a colon.
    pub caption: Option<String>,
    /// Whether it speaks of parts of a URL: "URI Parameters", "Query parameter".
    pub of_url: bool,
    /// Whether it speaks of what stands behind the question mark of one.
    pub of_query: bool,
    /// Whether it speaks of parameters: "Request Parameters", but not "Fields".
    pub of_parameters: bool,
    /// What its columns hold, from left to right; for a list, what its entries do.
    pub columns: Vec<Column>,
    /// Its rows, at least one.
    pub rows: Vec<Row>,
}

/// A row: one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes it occupies.
    pub range: Range<usize>,
    /// Its number, from 1, the header not counted.
    pub number: usize,
    /// The name of the field.
    pub name: Cell,
    /// A value it may have.
    pub example: Option<Cell>,
    /// Its type.
    pub kind: Option<Cell>,
    /// The cell that says whether it is required.
    pub required: Option<Cell>,
    /// Whether that cell, or a remark beside the type, says that it is.
    pub is_required: Option<bool>,
    /// Everything else about it.
    pub description: Option<Cell>,
}

/// A cell that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The bytes it occupies, quotes included.
    pub range: Range<usize>,
    /// What it says: without quotes and backticks, entities decoded.
    pub text: String,
    /// Whether it stood in quotes, which make a text of it; backticks do not.
    pub quoted: bool,
}

/// Finds the field tables of a text, in order.
///
/// Every shape is looked for in the whole text; where two finds overlap, the first one counts.
#[must_use]
pub fn tables(text: &str) -> Vec<FieldTable> {
    let shapes: [fn(&str) -> Vec<grid::Grid>; 5] = [
        tabs::grids,
        pipes::grids,
        html::grids,
        bullets::grids,
        blanks::grids,
    ];
    let mut found: Vec<FieldTable> = shapes
        .iter()
        .flat_map(|grids| grids(text))
        .filter_map(|grid| columns::field_table(text, &grid))
        .collect();
    found.sort_by_key(|table| (table.range.start, std::cmp::Reverse(table.range.end)));
    let mut end = 0;
    found.retain(|table| {
        let apart = table.range.start >= end;
        if apart {
            end = table.range.end;
        }
        apart
    });
    found
}

#[cfg(test)]
mod tests {
    use super::{Column, FieldTable, tables, without};

    /// A meeting's table as it was received: CRLF, a row of tabs above, an empty cell, a bare `FALSE`.
    const MEETING: &str = "Create a new meeting based on the parameters specified.\r\n\r\n\
        \t\t\t\t\t\t\t\t\t\t\r\n\
        \t\tfield\t\t\tvalue\t\t\tdescription\t\t\r\n\
        \t\t\"subject\"\t\t\t\"subject\"\t\t\tString - max 100 char.\t\t\r\n\
        \t\t\"starttime\"\t\t\t\"2019-05-10T12:00:00Z\"\t\t\t{YYYY}-{MM}-{DD}T{HH}:{MM}:{SS}Z format, UTC only\t\t\r\n\
        \t\t\"passwordRequired\"\t\t\tFALSE\t\t\tBoolean: true, false\t\t\r\n\
        \t\t\"timezonekey\"\t\t\t\t\t\tAll times default to UTC\t\t\r\n\
        \t\t\"meetingtype\"\t\t\t\"scheduled\"\t\t\tMust be one of: scheduled, recurring, immediate";

    /// Rows as `name | example | kind | required | description`, a quoted cell in quotes.
    fn shown(table: &FieldTable) -> Vec<String> {
        let cell = |cell: &Option<super::Cell>| match cell {
            Some(cell) if cell.quoted => format!("{:?}", cell.text),
            Some(cell) => cell.text.clone(),
            None => String::new(),
        };
        let row = |row: &super::Row| {
            [&row.example, &row.kind, &row.required, &row.description]
                .map(cell)
                .iter()
                .fold(row.name.text.clone(), |line, next| line + " | " + next)
        };
        table.rows.iter().map(row).collect()
    }

    #[test]
    fn the_received_table_is_read_whole() {
        let [table] = tables(MEETING).try_into().expect("one table");
        assert_eq!(
            table.columns,
            [Column::Name, Column::Example, Column::Description]
        );
        assert_eq!(
            shown(&table),
            [
                "subject | \"subject\" |  |  | String - max 100 char.",
                "starttime | \"2019-05-10T12:00:00Z\" |  |  | {YYYY}-{MM}-{DD}T{HH}:{MM}:{SS}Z format, UTC only",
                "passwordRequired | FALSE |  |  | Boolean: true, false",
                "timezonekey |  |  |  | All times default to UTC",
                "meetingtype | \"scheduled\" |  |  | Must be one of: scheduled, recurring, immediate",
            ]
        );
        let numbers: Vec<usize> = table.rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 5]);
        assert_eq!(
            without(MEETING, std::slice::from_ref(&table.range)),
            "Create a new meeting based on the parameters specified."
        );
    }

    #[test]
    fn every_range_is_where_its_text_stands() {
        let [table] = tables(MEETING).try_into().expect("one table");
        assert!(MEETING[table.range.clone()].starts_with("field\t\t\tvalue"));
        assert!(MEETING[table.range.clone()].ends_with("immediate"));
        for row in &table.rows {
            assert!(MEETING[row.range.clone()].starts_with(&MEETING[row.name.range.clone()]));
            assert_eq!(
                MEETING[row.name.range.clone()],
                format!("\"{}\"", row.name.text)
            );
        }
    }

    #[test]
    fn prose_around_a_table_stays() {
        let text = "Before.\n\nfield\ttype\nname\tstring\n\n\tAfter all of it.\nMore.";
        let [table] = tables(text).try_into().expect("one table");
        assert_eq!(shown(&table), ["name |  | string |  | "]);
        assert_eq!(
            without(text, std::slice::from_ref(&table.range)),
            "Before.\n\nAfter all of it.\nMore."
        );
    }

    #[test]
    fn every_shape_is_read() {
        for (text, expected) in [
            (
                "## URI Parameters\n\n| URI Parameter | Type | Required? | Description |\n|---|:-:|---|---|\n\
                 |`id` |string | required | The *ID* \\| key.|\n|name|integer|\n\nMore.",
                &[
                    "id |  | string | required | The *ID* \\| key.",
                    "name |  | integer |  | ",
                ][..],
            ),
            (
                "Name | Type\n--- | ---\na.b | `string`\n ``c[]`` | int",
                &["a.b |  | string |  | ", "c[] |  | int |  | "],
            ),
            (
                "Send | Name | Type | |---|---| | id | string | | n | integer | and go.",
                &["id |  | string |  | ", "n |  | integer |  | "],
            ),
            (
                "<table class=\"x\"><thead><tr><th>Field<th>Description</thead>\
                 <tr><td><code>id</code></td><td>The <b>ID</b> &amp; key</td></tr></table>",
                &["id |  |  |  | The **ID** & key"],
            ),
            (
                "Parameters:<dl><dt>id</dt><dd>The ID</dd><dt>name<dd>The name</dl>",
                &["id |  |  |  | The ID", "name |  |  |  | The name"],
            ),
            (
                "Request Parameters      \n      \n    field      data type      description    \n    \
                 id      string      The ID    \n    state        string      One of the following:ON = on\n\
                 OFF = off   \n    n *      number      How many\n\nMore.",
                &[
                    "id |  | string |  | The ID",
                    "state |  | string |  | One of the following:ON = on\nOFF = off",
                    "n |  | number |  | How many",
                ],
            ),
            (
                "The following parameters:\n- `id` (string, required): The ID.\n- name - The name.\n* size\n",
                &[
                    "id |  | string, required |  | The ID.",
                    "name |  |  |  | The name.",
                    "size |  |  |  | ",
                ],
            ),
        ] {
            let [table] = tables(text).try_into().expect(text);
            assert_eq!(shown(&table), expected, "{text}");
        }
    }

    #[test]
    fn cells_say_what_is_required() {
        for (table, expected) in [
            (
                "| Name | Type | Required |\n|--|--|--|\n| a | int | yes |\n| b | int | No |",
                [Some(true), Some(false)],
            ),
            (
                "| Name | Type | Required? |\n|--|--|--|\n| a | int | Required |\n| b | int | Optional |",
                [Some(true), Some(false)],
            ),
            (
                "| Name | Type | Optional |\n|--|--|--|\n| a | int | Yes |\n| b | int | no |",
                [Some(false), Some(true)],
            ),
            (
                "| Name | Type | Required |\n|--|--|--|\n| a | int | if b is set |\n| b | int | |",
                [None, None],
            ),
            (
                "Fields:\n- a (string, required): A.\n- b (string): B.",
                [Some(true), None],
            ),
            (
                "Parameters (* Optional)\n\nfield   type   description\na *   string   A.\nb   string   B.",
                [Some(false), None],
            ),
        ] {
            let [found] = tables(table).try_into().expect(table);
            let found: Vec<_> = found.rows.iter().map(|row| row.is_required).collect();
            assert_eq!(found, expected, "{table}");
        }
    }

    #[test]
    fn headings_say_that_something_is_in_the_url() {
        for (text, expected) in [
            (
                "## URI Parameters\n\n| Name | Type |\n|--|--|\n| a | int |",
                true,
            ),
            ("| Query Parameter | Type |\n|--|--|\n| a | int |", true),
            (
                "## Parameters\n\n| Name | Type |\n|--|--|\n| a | int |",
                false,
            ),
        ] {
            let [found] = tables(text).try_into().expect(text);
            assert_eq!(found.of_url, expected, "{text}");
        }
    }

    #[test]
    fn tables_of_other_things_are_none() {
        for text in [
            // codes, values, and what goes with what
            "code | title\n--- | ---\n477 | INVALID FORMAT",
            "| Value | Description |\n|---|---|\n| expired_key | The key expired. |",
            "| Original order type | Fields to update |\n|---|---|\n| Limit | Price |",
            // a heading that speaks of replies
            "The response has these fields:\n\n| Name | Type |\n|---|---|\n| id | string |",
            "Error codes:\n- NotFound: no such thing\n- Gone: no more",
            "Response Parameters    \n   \n   field    type    description\n   id    string    The ID",
            "Status Code    description\n200 OK    All is well",
            "A sentence.   Another one.   A third.\nAnd   so   on",
            "The sorts operate on the fields of the answer object:\n- activity - last_activity_date\n- votes - score",
            // rows that do not name fields
            "field\tvalue\nfirst name\tJohn",
            "| Name | Type |\n|---|---|\n| two words | string |",
            // no header, no dashes, no rows
            "a\tb\tc",
            "| Name | Type |\n| id | string |",
            "| Name | Type |\n|---|---|",
            "<table><tr><th>Name<th>Type</table>",
            "sort is asc|desc\n- a: b\n- c: d",
            "{\n\t\"start\": 1,\n\t\"end\": 2\n}",
        ] {
            assert_eq!(tables(text), [], "{text}");
        }
    }
}

//! The surface of the client: everything that a program can name is in it.

use generator::emit::surface::{compare, surface};
use generator::model::Def;

use crate::{DOCUMENT, run, settings, text};

#[test]
fn the_surface_has_every_operation_and_every_field() {
    let run = run(&text(DOCUMENT), "");
    let surface = surface(&run.api, &settings()).expect("a client");
    for group in &run.api.groups {
        for operation in &group.operations {
            let path = format!(
                "{}::{}::{}()",
                group.module, group.type_name, operation.name
            );
            assert!(surface.contains_key(&path), "there is no {path}");
            let reply = format!("{}::{}::Output", group.module, operation.type_name);
            assert!(surface.contains_key(&reply), "there is no {reply}");
        }
    }
    for (_, named) in run.api.types.iter() {
        let Def::Struct(fields) = &named.def else {
            continue;
        };
        for field in fields {
            let path = format!("types::{}::{}", named.name, field.name);
            assert!(surface.contains_key(&path), "there is no {path}");
        }
    }
    assert_eq!(compare(&surface, &surface), []);
}

//! Repair: fills the holes of what a document states from everything else it says.

pub mod text;

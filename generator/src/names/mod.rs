//! Names: decided once, here, from plain facts, and kept in `names.lock`.
pub mod lock;
pub mod number;
pub mod operation;
pub mod operation_id;
pub mod scope;
pub mod words;

mod grouping;
mod ident;
mod path;
mod plan;
mod spelling;
mod verbs;

pub use ident::LONGEST;
pub use lock::{Key, Kind, Lock, LockError};
pub use operation::OperationFacts;
pub use operation_id::is_mechanical;
pub use plan::{Named, Reserved, operation_key, plan_operations};
pub use scope::{Claim, Scope};
pub use words::Words;

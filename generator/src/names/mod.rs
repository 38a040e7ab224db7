//! Names: decided once, here, from plain facts, and kept in `names.lock`.
//!
//! A name is a function of the thing itself: for an operation its method, path, parameters,
//! `operationId` and tag. The rest of the document matters only where two things would get the
//! same name; then both grow by meaning, never by a number. Whoever stands in the lock keeps its
//! name whatever happens.
//!
//! # The policy
//!
//! The long table of examples is `policy.rs`, and it is a test.
//!
//! An operation is a method of a group. The group is the resource: the first fixed segment of the
//! path that is not a version, an `api`-like prefix or the root of everything; where a document
//! has real tags, it is the tag.
//!
//! | operation | name |
//! |---|---|
//! | `GET /groups` | `groups.list` |
//! | `POST /meetings` | `meetings.create` |
//! | `GET /organizers/{organizerKey}` | `organizers.get` |
//! | `PUT /organizers/{organizerKey}` | `organizers.update` |
//! | `DELETE /organizers/{organizerKey}` | `organizers.delete` |
//! | `DELETE /organizers` with a query parameter `email` | `organizers.delete_by_email` |
//! | `GET /groups/{groupKey}/upcomingMeetings` | `groups.upcoming_meetings` |
//! | `POST /groups/{groupKey}/organizers` | `groups.create_organizer` |
//! | `GET /meetings/{meetingId}/start` | `meetings.start` |
//! | `GET /repos/{owner}/{repo}/issues/{number}/labels` | `repos.issue_labels` |
//! | `POST /accounts/{id}/people`, beside `/accounts/{id}/persons` | `accounts.create_people` |
//! | `GET /projects/{id}/issues`, where most paths begin with `/projects/{id}` | `issues.list` |
//! | `GET /containers/json`, called `ContainerList` | `containers.list` |
//! | `POST /lease/revoke`, called `LeaseRevoke2` | `lease.revoke` |
//!
//! # Where things are
//!
//! | file | idea |
//! |---|---|
//! | [`words`] | any text as words; `spelling` reads symbols and other scripts |
//! | `ident` | words as identifiers that Rust accepts |
//! | [`number`] | singular and plural |
//! | `verbs` | which words are things to do |
//! | `path`, `noise` | a path as the road to a resource, and what is skipped |
//! | `grouping` | what a whole document says about its groups |
//! | `place`, `road` | an operation's path seen from its group, and on to the thing |
//! | `by_method` | what a method does to a thing |
//! | [`operation`] | the candidates from method and path |
//! | [`operation_id`] | the candidates from an `operationId` that a person wrote |
//! | `framework` | what programs put into one |
//! | [`scope`] | who gets which of the candidates |
//! | [`lock`], `key` | the names that were given, as a file |
//! | `moved` | operations that are the same under another path template |
//! | `plan` | all of this over a document |
//! | `policy`, `stability` | the tests: what reads well, and that it stays |

pub mod lock;
pub mod number;
pub mod operation;
pub mod operation_id;
pub mod scope;
pub mod words;

mod by_method;
mod framework;
mod grouping;
mod ident;
mod key;
mod moved;
mod noise;
mod path;
mod place;
mod plan;
#[cfg(test)]
mod policy;
mod road;
mod spelling;
#[cfg(test)]
mod stability;
mod verbs;

pub use ident::{LONGEST, is_legal};
pub use key::Key;
pub use lock::{Kind, Lock, LockError};
pub use moved::{follow, follow_types, shape};
pub use operation::OperationFacts;
pub use operation_id::is_mechanical;
pub use plan::{Named, Reserved, is_literal, operation_key, plan_operations};
pub use scope::{Claim, Scope};
pub(crate) use spelling::decode_entities;
pub use verbs::tells_what_happens;
pub use words::Words;

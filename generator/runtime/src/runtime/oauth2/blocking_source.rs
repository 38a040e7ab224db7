//! Tokens for blocking clients.

use super::{Session, request::Given};
use crate::runtime::{
    Error, Secret,
    blocking::{Driver, TokenSource},
};
use std::sync::PoisonError;

/// Asks the token endpoint by way of the client's own transport.
pub(in crate::runtime) struct BlockingSource {
    pub(in crate::runtime) session: Session,
    pub(in crate::runtime) driver: Driver,
}

impl TokenSource for BlockingSource {
    fn token(
        &self,
        refused: Option<Secret>,
    ) -> Result<Secret, Box<dyn std::error::Error + Send + Sync>> {
        let Self { session, driver } = self;
        if let Some(token) = session.token(refused.as_ref(), driver.now()) {
            return Ok(token);
        }
        // The lock guards a turn, not data: a panic leaves nothing half done.
        let _turn = session
            .blocking_turn()
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // Whoever had the turn before may have brought what this one came for.
        if let Some(token) = session.token(refused.as_ref(), driver.now()) {
            return Ok(token);
        }
        if let Some(renewal) = session.just_renewed(driver.now()) {
            return Ok(renewal?);
        }
        let given = ask(session, driver);
        Ok(session.renewed(given, driver.now())?)
    }
}

fn ask(session: &Session, driver: &Driver) -> Result<Given, Error> {
    let request = session.request()?;
    let written = request.written(driver.base_url())?;
    request.read_reply(driver.drive(written)?)
}

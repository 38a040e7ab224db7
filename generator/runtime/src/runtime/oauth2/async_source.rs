//! Tokens for async clients.

use super::{Session, request::Given};
use crate::runtime::{Error, Secret, TokenFuture, TokenSource, client::Driver};

/// Asks the token endpoint by way of the client's own transport.
pub(in crate::runtime) struct AsyncSource {
    pub(in crate::runtime) session: Session,
    pub(in crate::runtime) driver: Driver,
}

impl TokenSource for AsyncSource {
    fn token(&self, refused: Option<Secret>) -> TokenFuture<'_> {
        Box::pin(async move {
            let Self { session, driver } = self;
            if let Some(token) = session.token(refused.as_ref(), driver.now()) {
                return Ok(token);
            }
            let _turn = session.async_turn().lock().await;
            // Whoever had the turn before may have brought what this one came for.
            if let Some(token) = session.token(refused.as_ref(), driver.now()) {
                return Ok(token);
            }
            if let Some(renewal) = session.just_renewed(driver.now()) {
                return Ok(renewal?);
            }
            let given = ask(session, driver).await;
            Ok(session.renewed(given, driver.now())?)
        })
    }
}

async fn ask(session: &Session, driver: &Driver) -> Result<Given, Error> {
    let request = session.request()?;
    let written = request.written(driver.base_url())?;
    request.read_reply(driver.drive(written).await?)
}

//! Tests over HTTP, through the router, on both engines; and that the house keeps its order.

#[macro_use]
mod support;
mod database;

mod accounts;
mod bad_input;
mod frame;
mod house;
mod sessions;

//! Tests over HTTP, through the router, on both engines; and that the house keeps its order.

#[macro_use]
mod support;
mod database;
mod fixtures;

mod accounts;
mod applications;
mod audit;
mod bad_input;
mod by_hand;
mod candidates;
mod companies;
mod content;
mod edge;
mod faults;
mod files;
mod forms;
mod frame;
mod guests;
mod house;
mod jobs;
mod links;
mod live;
mod machines;
mod mails;
mod messages;
mod migrations;
mod notification_mails;
mod page_owner;
mod postings;
mod profiles;
mod public_pages;
mod reads;
mod resumes;
mod roles;
mod routes;
mod second_factor;
mod sessions;
mod staff;
mod stages;
mod team;
mod text;
mod unused;
mod written;

//! Tables. On a narrow screen every row becomes a card, in which each cell is named by its column.

use leptos::prelude::*;

type OfRow<T, R> = Box<dyn Fn(&T) -> R>;

/// A column: its head, and the cell that it has in a row.
pub struct Column<T> {
    label: String,
    kind: Kind,
    /// What a row's card calls the cell, where that is not what the head says.
    card_label: Option<OfRow<T, String>>,
    cell: OfRow<T, AnyView>,
}

#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Actions,
}

impl<T: 'static> Column<T> {
    fn of<V: IntoView + 'static>(kind: Kind, label: String, cell: impl Fn(&T) -> V + 'static) -> Self {
        Self { label, kind, card_label: None, cell: Box::new(move |row| cell(row).into_any()) }
    }

    pub fn new<V: IntoView + 'static>(label: String, cell: impl Fn(&T) -> V + 'static) -> Self {
        Self::of(Kind::Text, label, cell)
    }

    /// A column of numbers, which are aligned.
    pub fn number<V: IntoView + 'static>(label: String, cell: impl Fn(&T) -> V + 'static) -> Self {
        Self::of(Kind::Number, label, cell)
    }

    /// A column of buttons: its head is for screen readers alone, and cards do not name it.
    pub fn actions<V: IntoView + 'static>(label: String, cell: impl Fn(&T) -> V + 'static) -> Self {
        Self::of(Kind::Actions, label, cell)
    }

    /// Names its cells in cards otherwise than its head does.
    pub fn card_label(mut self, label: impl Fn(&T) -> String + 'static) -> Self {
        self.card_label = Some(Box::new(label));
        self
    }

    fn head(&self) -> AnyView {
        let label = self.label.clone();
        match self.kind {
            Kind::Text => view! { <th scope="col">{label}</th> }.into_any(),
            Kind::Number => view! { <th scope="col" class="table__number">{label}</th> }.into_any(),
            Kind::Actions => view! { <th scope="col"><span class="visually-hidden">{label}</span></th> }.into_any(),
        }
    }

    fn cell(&self, row: &T) -> AnyView {
        let label = self.card_label.as_ref().map_or_else(|| self.label.clone(), |label| label(row));
        let content = (self.cell)(row);
        match self.kind {
            Kind::Text => view! { <td data-label=label>{content}</td> }.into_any(),
            Kind::Number => view! { <td data-label=label class="table__number">{content}</td> }.into_any(),
            Kind::Actions => view! { <td class="table__actions">{content}</td> }.into_any(),
        }
    }
}

/// Rows below a head; `name` is the column that says what a row is about.
#[component]
pub fn Table<T: 'static>(
    /// What the table shows, for screen readers.
    #[prop(into)]
    label: String,
    name: Column<T>,
    columns: Vec<Column<T>>,
    rows: Vec<T>,
) -> impl IntoView {
    let heads = std::iter::once(&name).chain(&columns).map(Column::head).collect();
    let row = |row: &T| {
        let cells: Vec<AnyView> = columns.iter().map(|column| column.cell(row)).collect();
        view! { <tr><th scope="row">{(name.cell)(row)}</th> {cells}</tr> }.into_any()
    };
    frame(label, heads, rows.iter().map(row).collect())
}

/// What is around the rows: where they are too wide it scrolls, and takes the focus so that the keyboard can.
fn frame(label: String, heads: Vec<AnyView>, rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="table-wrap" tabindex="0" role="region" aria-label=label>
            <table class="table">
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_named_by_its_column() {
        let html = Owner::new().with(|| {
            let columns = vec![
                Column::number("Views".into(), |n: &i64| n * 10),
                Column::new("Closes".into(), |n: &i64| n * 100).card_label(|_| "Closed".into()),
                Column::actions("Actions".into(), |_: &i64| "…"),
            ];
            let name = Column::new("Title".into(), |n: &i64| *n);
            view! { <Table label="Postings" name columns rows=vec![1]/> }.to_html()
        });
        let html = html.replace("<!>", "").replace(" <", "<");
        let head = r#"<thead><tr><th scope="col">Title</th><th scope="col" class="table__number">Views</th><th scope="col">Closes</th><th scope="col"><span class="visually-hidden">Actions</span></th></tr></thead>"#;
        let body = r#"<tbody><tr><th scope="row">1</th><td data-label="Views" class="table__number">10</td><td data-label="Closed">100</td><td class="table__actions">…</td></tr></tbody>"#;
        assert!(html.contains(head) && html.contains(body), "{html}");
    }
}

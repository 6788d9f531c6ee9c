// Stands in the head of every page, before its styles: notes what the parser makes, loads the program once the page
// shows, and puts right for it what others (password managers, translators) have changed in the page until then.
((js, wasm, person) => {
  // Every node that the parser made, with its children or its text.
  const made = new Map();
  let touched = false;
  const take = (node) => {
    made.set(node, node.data ?? [...node.childNodes]);
    node.childNodes.forEach(take);
  };
  // What it has put into a node that somebody has taken out since.
  const rest = (node) => {
    const children = [...node.childNodes];
    for (const child of children) made.has(child) ? rest(child) : take(child);
    if (typeof made.get(node) !== 'string') made.set(node, children);
  };
  // The parser puts each node behind all that is there. What comes elsewhere, somebody else has put there.
  const note = (records) => {
    for (const { target, addedNodes, removedNodes, nextSibling } of records) {
      for (const node of removedNodes) {
        touched = true;
        // The parser may still be at work in it.
        if (!made.has(node)) continue;
        parsing.observe(node, { childList: true, subtree: true });
        rest(node);
      }
      for (const node of addedNodes) {
        if (made.has(node)) continue;
        if (nextSibling || !made.has(target)) touched = true;
        else {
          // No page of ours has such an element.
          touched ||= /-|^(STYLE|FONT|IFRAME)$/.test(node.nodeName);
          made.get(target).push(node);
          made.set(node, []);
        }
      }
    }
  };
  const parsing = new MutationObserver(note);
  take(document);
  parsing.observe(document, { childList: true, subtree: true });

  const parsed = () => {
    note(parsing.takeRecords());
    parsing.disconnect();
    if (touched) {
      for (const node of made.keys()) if (node.data !== undefined) made.set(node, node.data);
    } else {
      made.clear();
      take(document);
    }
    // While it makes the body, somebody may add to its end. All that stands there of ours is named here.
    const ours = (node) => node.nodeType !== 1 || node.matches('.skip-link, header, main, footer, .toasts, #reload, script');
    made.set(document.body, (made.get(document.body) ?? []).filter(ours));
  };

  // What others have put at the very end of what there was, between two nodes of the parser, looks like the parser's.
  // Where they were about, the page is asked for once more. What it does not have is theirs, if it has no class of ours:
  // the page may have less than before, such as counts of what was not read yet.
  let styles;
  const styled = (name) => {
    styles ??= [...document.styleSheets].flatMap((sheet) => {
      try {
        return [...sheet.cssRules].map((rule) => rule.cssText);
      } catch {
        return [];
      }
    });
    return styles.some((rule) => rule.includes(`.${name}`));
  };
  const foreign = (node) => node.nodeType === 1 && ![...node.classList].some(styled);
  const same = (node, told) =>
    node.nodeName === told.nodeName &&
    node.data === told.data &&
    [...(told.attributes ?? [])].every(({ name, value }) => node.getAttribute(name) === value);
  const compare = (node, told) => {
    const children = made.get(node);
    const all = [...told.childNodes];
    if (typeof children === 'string' || children === undefined) return;
    let spare = children.length - all.length;
    let at = 0;
    const matched = new Set();
    for (const child of all) {
      const next = children.slice(at, at + Math.max(spare, 0) + 1);
      const by = (alike) => next.findIndex((other) => alike(other, child));
      const found = [same, (other) => other.nodeName === child.nodeName].map(by).find((index) => index >= 0);
      if (found === undefined) continue;
      compare(next[found], child);
      spare -= found;
      at += found + 1;
      matched.add(next[found]);
    }
    const kept = children.filter((child) => matched.has(child) || !foreign(child));
    for (const child of children) if (!kept.includes(child)) made.delete(child);
    made.set(node, kept);
  };
  const ask = async () => {
    if (!touched) return;
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.redirected) compare(document.documentElement, page.documentElement);
  };

  // Gives a node back its children. The controls stay the same, and with them what was typed and chosen.
  const restore = (parent, children) => {
    const torn = children.some((child) => child.parentNode !== parent);
    const last = children.at(-1);
    for (const child of [...parent.childNodes]) {
      if (made.has(child)) continue;
      // What stands in place of ours goes. What stands beside it may stay, behind it.
      if (torn || child.nodeType !== 1) child.remove();
      else if (child.compareDocumentPosition(last ?? child) & 4) parent.append(child);
    }
    let at = parent.firstChild;
    for (const child of children) {
      if (child === at) at = at.nextSibling;
      else parent.insertBefore(child, at);
    }
  };
  // In the head only what comes behind Leptos' mark is ours to find again. There ours goes before theirs: a style of
  // theirs would be one of ours if we moved it, and the page's policy forbids that.
  const restoreHead = (head, children) => {
    const marked = children.slice(children.findIndex((child) => made.get(child) === 'HEAD'));
    let at = marked.find((child) => child.parentNode === head) ?? null;
    for (const child of marked) {
      if (child === at) at = at.nextSibling;
      else head.insertBefore(child, at);
    }
  };
  const mend = () => {
    const active = document.activeElement;
    const { selectionStart: from, selectionEnd: to } = active ?? {};
    for (const [node, was] of made) {
      if (typeof was === 'string') {
        if (node.data !== was) node.data = was;
      } else if (node === document.head) restoreHead(node, was);
      else restore(node, was);
    }
    made.clear();
    if (active?.isConnected && active !== document.activeElement) {
      active.focus({ preventScroll: true });
      if (from != null) active.setSelectionRange(from, to);
    }
  };

  // A program that has panicked hears nothing any more: links and forms do what they do without one.
  const quit = () => {
    const deaf = (event) => event.stopImmediatePropagation();
    const kinds = 'click submit input change keydown keyup focusin focusout focus beforeunload popstate';
    addEventListener('popstate', () => location.reload(), true);
    for (const kind of kinds.split(' ')) addEventListener(kind, deaf, true);
  };

  const load = async () => {
    fetch(document.documentElement.dataset.catalogue).catch(() => {});
    const [program, module_or_path] = await Promise.all([import(js), fetch(wasm), ask().catch(() => {})]);
    await program.default({ module_or_path });
    return program;
  };
  // Until it is loaded the page is one without scripts.
  const start = (pause) =>
    load().then(
      (program) => program.hydrate(mend, quit),
      () => setTimeout(start, pause, Math.min(2 * pause, 60000)),
    );
  document.addEventListener(
    'readystatechange',
    () => {
      parsed();
      document.hidden ? start(2000) : requestAnimationFrame(() => setTimeout(start, 0, 2000));
    },
    { once: true },
  );

  // Browsers go back to a page as it was left. One that was made before a login or logout is loaded again.
  try {
    sessionStorage.setItem('person', person);
    addEventListener('pageshow', (event) => {
      if (event.persisted && sessionStorage.getItem('person') !== person) location.reload();
    });
  } catch {}
})

'use strict';

// Shows what the kiosk says and sends what is pressed. Decides nothing: every button carries what it was drawn for.
const view = document.getElementById('view');
const trouble = document.getElementById('trouble');
const token = document.body.dataset.token;
let busy = false;

// A button that is drawn anew under a finger would never be clicked, so what comes meanwhile waits.
let held = false;
let later = null;
document.addEventListener('pointerdown', () => { held = true; });
['pointerup', 'pointercancel'].forEach((name) => document.addEventListener(name, () => {
  setTimeout(() => {
    held = false;
    if (later !== null) {
      show(later);
    }
  }, 50);
}));

function show(html) {
  if (held) {
    later = html;
    return;
  }
  later = null;
  const {act, ticket} = document.activeElement?.dataset ?? {};
  const open = [...view.querySelectorAll('details[open]')].map((each) => each.id);
  view.innerHTML = html;
  open.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
  if (act) {
    [...view.querySelectorAll('button[data-act]')]
        .find((each) => each.dataset.act === act && each.dataset.ticket === ticket)?.focus();
  }
  view.querySelectorAll('[data-left]').forEach((each) => {
    setTimeout(() => each.remove(), Number(each.dataset.left));
  });
}

function beBusy(now) {
  busy = now;
  document.body.classList.toggle('busy', now);
}

function leave() {
  location.assign('/login');
}

async function send(path, form) {
  if (busy) {
    return;
  }
  beBusy(true);
  try {
    const answer = await fetch(path, {
      method: 'POST', headers: {'X-Form-Token': token}, body: new URLSearchParams(form), redirect: 'manual',
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401) {
      leave();
    } else if (answer.ok || answer.status === 409) {
      view.querySelectorAll('details[open]').forEach((each) => each.removeAttribute('open'));
      show(await answer.text());
      trouble.hidden = true;
    } else {
      trouble.hidden = false;
    }
  } catch {
    trouble.hidden = false;
  } finally {
    // a double click is one press, and what has just come is not for a finger meant for the page before
    setTimeout(() => beBusy(false), 700);
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-act]');
  if (!button || (button.dataset.confirm && !confirm(button.dataset.confirm))) {
    return;
  }
  const {act, ticket = '', mark = '', to = ''} = button.dataset;
  if (event.detail > 0) {
    // so that the space bar is 下一位 again, and not this button
    button.blur();
  }
  void send(act === 'leave' ? '/logout' : '/window/act', {act, ticket, mark, to});
});

// where to stands below the fold of a small screen
view.addEventListener('toggle', (event) => {
  if (event.target.open) {
    event.target.scrollIntoView({block: 'nearest'});
  }
}, true);

document.addEventListener('keydown', (event) => {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key === ' ' && event.target.closest('button, summary, input')) {
    return;
  }
  const target = [...view.querySelectorAll('[data-key]')].find((each) => each.dataset.key === key && !each.disabled);
  if (target) {
    event.preventDefault();
    target.click();
  }
});

async function follow() {
  try {
    const now = await fetch('/window/now', {redirect: 'manual'});
    if (now.status === 401) {
      leave();
      return;
    }
    show(await now.text());
  } catch {
    trouble.hidden = false;
    setTimeout(follow, 3000);
    return;
  }
  const source = new EventSource('/window/events');
  let last = Date.now();
  const alive = () => {
    last = Date.now();
    trouble.hidden = true;
  };
  const again = () => {
    clearInterval(watch);
    source.close();
    trouble.hidden = false;
    setTimeout(follow, 2000);
  };
  const watch = setInterval(() => {
    if (Date.now() - last > 40000) {
      again();
    }
  }, 5000);
  source.addEventListener('view', (event) => { alive(); show(event.data); });
  source.addEventListener('tick', alive);
  source.addEventListener('ended', leave);
  source.onerror = again;
}

void follow();

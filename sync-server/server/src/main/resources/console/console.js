// What the pages need beyond htmx: the state of the live connection in words, a brief mark on a count that has just
// changed, printing, files that are too large, which are told before they travel, and long texts that nobody saved.
(function () {
  'use strict';

  const present = new Map();

  function status(state) {
    const element = document.getElementById('live-status');
    if (!element || element.dataset.state === state) {
      return;
    }
    element.dataset.state = state;
    if (state === 'lost') {
      const now = new Date();
      document.getElementById('live-since').textContent =
        String(now.getHours()).padStart(2, '0') + ':' + String(now.getMinutes()).padStart(2, '0');
    }
  }

  function remember(row, mark) {
    const before = present.get(row.dataset.activity);
    present.set(row.dataset.activity, row.dataset.present);
    if (mark && before !== undefined && before !== row.dataset.present) {
      row.classList.add('fresh');
    }
  }

  // Somebody who writes a long text asks for no page meanwhile; the session must not end under the pen.
  function stayWhileSomebodyTypes(body) {
    let told = Date.now();
    body.addEventListener('input', function () {
      if (Date.now() - told > 5 * 60 * 1000) {
        told = Date.now();
        fetch('/password', { method: 'HEAD', redirect: 'manual' }).catch(function () {});
      }
    });
  }

  // A typed date is valid after its first digits, as the year 0002; what the mouse picks is meant.
  function waitForWholeDates(body) {
    let typed = 0;
    let waiting = 0;
    function settle(input) {
      window.clearTimeout(waiting);
      if (typed > 0 && input.value) {
        typed = 0;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
    body.addEventListener('keydown', function (event) {
      if (event.target.type === 'date' && /^[0-9]$/.test(event.key)) {
        typed = Date.now();
      }
    }, true);
    body.addEventListener('change', function (event) {
      const input = event.target;
      if (input.type === 'date' && input.closest('form.filter') && typed > 0) {
        event.stopPropagation();
        window.clearTimeout(waiting);
        waiting = window.setTimeout(function () { settle(input); }, 1500);
      }
    }, true);
    body.addEventListener('focusout', function (event) {
      if (event.target.type === 'date' && event.target.closest('form.filter')) {
        settle(event.target);
      }
    });
  }

  // What somebody typed into a form with a long text stays in this window until it was saved, thrown away, or they
  // signed out: when the session ends under a text that lay untouched, nothing of it is lost. Each sees their own alone.
  const drafts = {
    prefix: 'draft:',
    key: function () { return this.prefix + document.body.dataset.login + ':' + window.location.pathname; },
    all: function () {
      return Object.keys(window.sessionStorage).filter(function (key) { return key.startsWith(drafts.prefix); });
    },
    read: function (key) { return JSON.parse(window.sessionStorage.getItem(key)); },
    write: function (key, draft) { window.sessionStorage.setItem(key, JSON.stringify(draft)); },
    forget: function (key) { window.sessionStorage.removeItem(key); },
    fields: function (form) {
      return Array.from(form.elements).filter(function (field) {
        return field.name && field.name !== '_csrf' && field.matches('textarea, input:not([type=hidden]):not([type=file])'
          + ':not([type=password]):not([type=checkbox]), select');
      });
    },
    values: function (form) {
      return Object.fromEntries(this.fields(form).filter(function (field) {
        return field.type !== 'radio' || field.checked;
      }).map(function (field) { return [field.name, field.value]; }));
    },
  };

  function longForms() {
    return Array.from(document.querySelectorAll('form[method=post]')).filter(function (form) {
      return form.querySelector('textarea');
    });
  }

  // `sent`: on its way; any page of somebody who is signed in says that it arrived.
  function keepDrafts(body) {
    if (body.dataset.login === undefined) {
      return; // a sheet to print
    }
    if (!body.dataset.login) {
      drafts.all().forEach(function (key) {
        drafts.write(key, Object.assign(drafts.read(key), { sent: false }));
      });
      document.getElementById('draft-elsewhere').hidden = drafts.all().length === 0;
      return;
    }
    drafts.all().filter(function (key) { return drafts.read(key).sent; }).forEach(drafts.forget);
    const forms = longForms();
    const found = drafts.all().includes(drafts.key()) ? drafts.read(drafts.key()) : null;
    const form = found && forms[found.form];
    if (form) {
      offer(form, found);
    }
    body.addEventListener('input', function (event) {
      const at = forms.indexOf(event.target.form);
      if (at >= 0) {
        drafts.write(drafts.key(), { form: at, fields: drafts.values(forms[at]), sent: false });
      }
    });
    body.addEventListener('submit', function (event) {
      if (event.target.action.endsWith('/logout')) {
        drafts.all().forEach(drafts.forget);
      } else if (forms.includes(event.target) && !event.defaultPrevented && drafts.all().includes(drafts.key())) {
        drafts.write(drafts.key(), Object.assign(drafts.read(drafts.key()), { sent: true }));
      }
    });
  }

  function offer(form, found) {
    const now = drafts.values(form);
    if (Object.keys(found.fields).every(function (name) { return now[name] === found.fields[name]; })) {
      return;
    }
    const notice = document.getElementById('draft');
    notice.hidden = false;
    notice.addEventListener('click', function (event) {
      const chosen = event.target.dataset.draft;
      if (chosen === 'restore') {
        drafts.fields(form).forEach(function (field) {
          if (field.type === 'radio') {
            field.checked = found.fields[field.name] === field.value;
          } else if (field.name in found.fields) {
            field.value = found.fields[field.name];
          }
        });
        form.querySelector('textarea').focus();
      } else if (chosen === 'forget') {
        drafts.forget(drafts.key());
      }
      notice.hidden = notice.hidden || Boolean(chosen);
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    const body = document.body;
    body.addEventListener('htmx:sseOpen', function () { status('on'); });
    body.addEventListener('htmx:sseError', function () { status('lost'); });
    body.addEventListener('htmx:sseClose', function (event) {
      if (event.detail.type === 'message') {
        status('closed');
      }
    });
    body.addEventListener('submit', function (event) {
      const question = event.target.dataset.confirm;
      if (question && !window.confirm(question)) {
        event.preventDefault();
      }
    });
    keepDrafts(body);
    stayWhileSomebodyTypes(body);
    waitForWholeDates(body);
    body.addEventListener('click', function (event) {
      if (event.target.closest('[data-print]')) {
        window.print();
      }
    });
    body.addEventListener('change', function (event) {
      const input = event.target;
      if (input.type === 'file' && input.dataset.mostBytes) {
        const tooLarge = input.files.length > 0 && input.files[0].size > Number(input.dataset.mostBytes);
        input.setCustomValidity(tooLarge ? input.dataset.tooLarge : '');
        input.reportValidity();
      }
    });
    document.querySelectorAll('[data-address]').forEach(function (field) {
      field.value = new URL(field.value, window.location.href).href;
      field.addEventListener('focus', function () { field.select(); });
    });
    const printed = document.querySelector('[data-printed]');
    if (printed) {
      const stamp = function () {
        printed.textContent = printed.dataset.printed + ' ' + new Date().toLocaleString('zh-CN', {
          dateStyle: 'long', timeStyle: 'short', timeZone: printed.dataset.zone,
        });
      };
      stamp();
      window.addEventListener('beforeprint', stamp);
    }
    document.querySelectorAll('[data-copy]').forEach(function (button) {
      button.addEventListener('click', function () {
        const field = document.getElementById(button.dataset.copy);
        field.select();
        // the clipboard is there over TLS or on this machine alone; what is selected can be copied anywhere
        if (document.execCommand('copy')) {
          button.textContent = button.dataset.copied;
        }
      });
    });
    document.querySelectorAll('[data-loopback]').forEach(function (hint) {
      hint.hidden = !['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname);
    });
    document.querySelectorAll('[data-print]').forEach(function (button) { button.hidden = false; });
    document.querySelectorAll('[data-activity]').forEach(function (row) { remember(row, false); });
    window.htmx.onLoad(function (added) {
      if (added.matches('[data-activity]')) {
        remember(added, true);
      }
      added.querySelectorAll('[data-activity]').forEach(function (row) { remember(row, true); });
    });
  });
})();

// What the pages need beyond htmx: the state of the live connection in words, a brief mark on a count that has just
// changed, printing, and files that are too large, which are told before they travel.
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

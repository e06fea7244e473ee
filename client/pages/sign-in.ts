import { AnswerError } from '../api.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'

type SignIn = (email: string, password: string) => Promise<void>

/** The form before everything else; `signIn` resolves once the person is in. */
export function drawSignIn(text: Text, notice: 'signIn.ended' | null, signIn: SignIn): HTMLElement {
  const email = el('input', {
    type: 'email',
    id: 'email',
    name: 'email',
    autocomplete: 'username',
    required: true,
    autofocus: true,
  })
  const password = el('input', {
    type: 'password',
    id: 'password',
    name: 'password',
    autocomplete: 'current-password',
    required: true,
  })
  const problem = el('p', { class: 'form-problem', role: 'alert', id: 'sign-in-problem' })
  const submit = el('button', { class: 'button primary wide', type: 'submit' }, text('signIn.submit'))
  if (notice) problem.textContent = text(notice)

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (email.value.trim() === '' || password.value === '') return refuse(text('signIn.missing'))
    submit.disabled = true
    submit.textContent = text('signIn.busy')
    try {
      await signIn(email.value.trim(), password.value)
    } catch (error) {
      refuse(explain(text, error))
    }
  }

  function refuse(reason: string): void {
    submit.disabled = false
    submit.textContent = text('signIn.submit')
    problem.textContent = reason
    for (const input of [email, password]) input.setAttribute('aria-describedby', problem.id)
    const first = email.value.trim() === '' ? email : password
    first.focus()
  }

  return el(
    'section',
    { class: 'sign-in' },
    el('h1', { tabIndex: -1 }, text('signIn.title')),
    el('p', { class: 'lead' }, text('signIn.lead')),
    el(
      'form',
      { noValidate: true, on: { submit: (event: SubmitEvent) => void send(event) } },
      el('label', { htmlFor: 'email' }, text('signIn.email')),
      email,
      el('label', { htmlFor: 'password' }, text('signIn.password')),
      password,
      showPassword(text, password),
      problem,
      submit,
    ),
  )
}

function showPassword(text: Text, password: HTMLInputElement): HTMLElement {
  const box = el('input', {
    type: 'checkbox',
    on: { change: () => (password.type = box.checked ? 'text' : 'password') },
  })
  return el('label', { class: 'check' }, box, el('span', {}, text('signIn.showPassword')))
}

function explain(text: Text, error: unknown): string {
  if (!(error instanceof AnswerError)) return text('signIn.unreachable')
  if (error.status === 401 || error.status === 400) return text('signIn.wrong')
  if (error.status === 429) {
    return text('signIn.tooMany', { minutes: Math.ceil((error.retryAfterSeconds ?? 900) / 60) })
  }
  return text('error.server', { status: error.status })
}

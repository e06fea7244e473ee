import { describe, expect, it } from 'vitest'
import { password } from './fixture-server.ts'
import { useBrowser } from './use-browser.ts'

const app = useBrowser()

describe('sign-in', () => {
  it('stands before every page and leads back to the one asked for', async () => {
    app.state.signedIn = false
    const page = await app.open('/brands/3?lang=en')
    expect(await page.textContent('h1')).toBe('Sign in')

    await page.getByLabel('E-mail').fill('manager@demo.example')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: 'Mirae Outdoor' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/brands/3')
  })

  it('says in words that e-mail and password do not belong together', async () => {
    app.state.signedIn = false
    const page = await app.open('/?lang=ko')

    await page.getByLabel('이메일').fill('manager@demo.example')
    await page.getByLabel('비밀번호', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: '로그인' }).click()

    await page.getByText('이메일 또는 비밀번호가 올바르지 않습니다.').waitFor()
    expect(await page.getByLabel('이메일').inputValue()).toBe('manager@demo.example')
  })

  it('asks for what is missing before it asks the server', async () => {
    app.state.signedIn = false
    const page = await app.open('/?lang=en')

    await page.getByRole('button', { name: 'Sign in' }).click()

    expect(await page.getByRole('alert').textContent()).toBe('Enter your e-mail and your password.')
  })

  it('is asked for again when the session has ended', async () => {
    const page = await app.open('/?lang=en')
    app.state.signedIn = false

    await page.getByRole('link', { name: 'Data health' }).click()

    await page.getByText('Your session has ended.').waitFor()
  })

  it('follows a sign-out', async () => {
    const page = await app.open('/?lang=en')

    await page.locator('#person-menu').click()
    await page.getByRole('button', { name: 'Sign out' }).click()

    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(app.state.signedIn).toBe(false)
  })
})
